"""Reading numbers off one sample: values, slices, landscapes, sharpening."""
