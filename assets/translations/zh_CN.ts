<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>loss explorer</name>
    <message>
        <location filename="../../explorer/cli/open.py"/>
        <source>no display (DISPLAY and WAYLAND_DISPLAY are not set): the losses as a table instead of the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
