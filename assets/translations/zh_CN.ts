<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>loss explorer</name>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>, </source>
        <comment>between clauses</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>; </source>
        <comment>between clauses</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>nothing in single samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} finding about the losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} finding about the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} findings about the losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} findings about the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} sample with a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} sample with a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} sample with an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} samples with errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} samples with notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} samples with warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} with a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} with a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} with an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} with errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} with notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} with warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/inverted.py"/>
        <source>0 and 1 exchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/inverted.py"/>
        <source>Exchange 0 and 1 in all {rows} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/inverted.py"/>
        <source>In {turned} of {rows} samples the logits of labelled classes lie below the mean logit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/inverted.py"/>
        <source>Labels of the whole table likely flipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/inverted.py"/>
        <source>Look at whether the file writes 1 for a class that is there, and at the sign of the logits; take 1 − targets, or −logits, whichever is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/inverted.py"/>
        <source>The table is too large for one edit: mend the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/inverted.py"/>
        <source>Training on exchanged labels teaches the opposite, and every measure of the model is upside down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/inverted.py"/>
        <source>With 0 and 1 exchanged F1 at s &gt; 0 rises from {before} to {after} on average: the labels are exchanged, or the logits have the wrong sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>A loss learns nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>A sample of which no label is found is the first place to look for wrong labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>All classes are labelled, and {losses} then has no gradient, whatever the logits are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>All classes are labelled, and {losses} then have no gradient, whatever the logits are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>All classes labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>All {count} classes are labelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>Compare its labels with its largest logits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>F1 of this sample is 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>It is seldom meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>It may be right, or the labels are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>Losses that compare labels with others have gradient 0 where one side is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>Make sure that none is missing; the shown losses take it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>Make sure that the row is no mask and no placeholder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>No class is labelled, and {losses} then has no gradient, whatever the logits are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>No class is labelled, and {losses} then have no gradient, whatever the logits are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>No class labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>None of the {count} classes is labelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>None of the {count} labels ({names}) is predicted by any of the shown losses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>Nothing predicted right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>The label {names} is not predicted by any of the shown losses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>The shown losses push all logits down. F1 of this sample is 0 as soon as one class is predicted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>The shown losses push all logits up. Often a mask, or a row of ones that stands for missing labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>Training passes over this sample without a word. ZLPR and BCE learn from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>Use ZLPR or BCE, or leave these samples out on purpose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>all classes are labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>all classes are labelled: nothing to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>no class is labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>no class is labelled: nothing to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>nothing predicted right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>A logit of −∞ leaves a class out, but not out of a smoothed loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>A loss that takes logits applies softmax or σ itself; twice, it cannot reach its lowest value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>A loss that takes logits applies σ itself; twice, ZLPR of a perfect prediction stays at 5.33 for 100 classes and 3 labels, where it should be near 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>A scale multiplies them many times: the value is large and says nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>All {count} logits lie between {low} and {top}, as probabilities do: σ was applied already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>All {count} logits lie from 0 to 1 and sum to 1: softmax was applied already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Divide features and class vectors by their norms first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Give the loss what comes before the softmax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Give the loss what comes before the σ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>It leaves the class out of the loss. Smoothing gives it a share of the label, so that a smoothed loss is infinite; torch&apos;s cross entropy with targets as probabilities is NaN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Logits that are not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Logits that look like probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Look for a division by 0, a logarithm of 0, or an overflow of float16 before the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Losses of cosines multiply by a large scale; other numbers make them huge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Mask with a large negative number where targets are smoothed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Masked logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Numbers that the loss does not take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>One NaN or infinity makes the loss of its batch NaN, and every weight after the next update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Set logits that are not finite to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Softmax applied already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Take logarithms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>The loss applies it once more: no logit is below the threshold 0, so that every class is predicted, and the loss cannot come near its lowest value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>The loss applies it, or σ, once more. The largest probability can then not come near 1 and the gradient is a small part of what it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>The loss of this sample is NaN or infinite, and in training one such sample makes every weight NaN. Allowed are finite numbers, and −∞ where the target is 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>They are compared with targets as probabilities: σ or softmax is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Undo σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>logit of {names} is {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>logits look like probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>logits sum to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>{losses} {expects}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>{names}: no cosines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>{names}: no predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>{stated}, and the target 0: a mask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>{stated}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/rules.py"/>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/rules.py"/>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/rules.py"/>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>A sum over classes and a mean over classes differ by a factor of n, and so do their gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>A threshold that the loss does not learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>A value that grows with the number of classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>Only the order of the logits is learnt. A fixed threshold then gives a poor F1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>Say which reduction a number has; compare losses at the same one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>Set pos_weight to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>So it learns an order and no threshold; here its decision is: {decision}. For a label set of unknown size the threshold has to be tuned on other data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>Subtract log π before reading, or train without it and tune the threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>The mean over classes, the default of torch and Keras, is {mean}; learning rates and weights beside other losses do not carry over from one to the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>Tune a threshold on other data, take the top k, or use ZLPR, whose threshold is 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>pos_weight left in the reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>pos_weight moves every logit by its logarithm; σ(s) is then no probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>pos_weight {weights} in the reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>s falls without end where π is 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>s is {by} off the log odds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>{losses} compare labelled logits with the others, never with a threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>{losses} compares labelled logits with the others, never with a threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>{loss} grows with the number of classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>{loss} has π (pos_weight) {weights} by class: at its optimum {means}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>{loss} has π (pos_weight) {weights}: at its optimum {means}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>{loss} is a sum over {classes} classes: {value} nat at s = 0 without labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>{loss} learns no threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>σ(s) is then no probability: a class is predicted from p = {odds} on. Subtract log π from the logits before they are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>500 million and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>A sample with 0 and 1 exchanged pulls every logit to the wrong side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Choose a loss or settings without a floor or a focus that fades on wrong classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Code that clips probabilities at 10⁻⁷ has gradient 0 from ±16.1 on, and in float32 σ(s) itself is 1 from 16.7 on: neither ever corrects it. A loss of logits still does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Code that takes σ first, in that type, has gradient 0 here or an infinite loss. σ(s) is 1 from 6.25 on in bfloat16, 8.32 in float16, 16.64 in float32 and 36.74 in float64; a loss of logits keeps its gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Compute the loss of logits in float32, also under mixed precision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Confident and wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Exchange 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Gradient lost in short floats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Its softmax is below 10⁻⁷, where common code clips: there the loss stays at 16.12 with gradient 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <location filename="../../explorer/ui/cards/menu.py"/>
        <source>Label {name}</source>
        <translation>标注 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Labels likely flipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Look at the sample; exchange 0 and 1 if it is so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Look at the sample; turn the label if it is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>One class likely mislabelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>One wrong label with a sure logit has more gradient than all right ones together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Read as σ(s), a label against such a logit is drawn once in {count} times: it is likely wrong, or the model is far too sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>So far out clipped probabilities have gradient 0, and σ is exactly 1 in float32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>The label {name} has a logit {gap} below the largest one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>The loss is far above its lowest value and yet has no gradient: the sample is given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <location filename="../../explorer/ui/cards/menu.py"/>
        <source>Unlabel {name}</source>
        <translation>取消标注 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Use a loss of logits, never the logarithm of a σ; lower the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>With 0 and 1 exchanged {loss} falls from {before} to {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>With 0 and 1 exchanged {loss} goes from {before} to {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Wrong, and no gradient left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>no gradient left under {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{count} class confident and wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{count} classes confident and wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{count} logit of {all} at {limit} or more on the wrong side of 0; the worst is {logit} of {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{count} logits of {all} at {limit} or more on the wrong side of 0; the worst is {logit} of {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{losses} can fall by more than 1 nat here, but training hardly moves this sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{loss} is {value} and its gradient has length {norm}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{name} has logit {logit} and target {target}; each of the {count} other classes lies on its own side of 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{name} has no label and a logit of {logit}: in {dtypes} σ(s) is exactly 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{name} is likely a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{name} is likely no label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{name} is {gap} below the largest logit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{wrong} of {count} labels lie on the wrong side of s = 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{wrong} of {count} labels on the wrong side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>σ of {names} is 1 in {dtype}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>σ(s) is exactly 1 from 6.25 on in bfloat16, 8.32 in float16 and 16.64 in float32, and its own gradient is 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>A model that is not sure of its labels then learns to predict none: F1 falls towards 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>All targets are {low} or {high}, as smoothing makes them, and {losses} smooths them again by ε = {epsilon}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>Divide ε by the number of classes, or do not smooth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>Every unlabelled class gets a little of a label. ZLPR sums them: over many classes they are more than the labels, and no logit rises above the threshold. A linear model of 64 features on 100 classes with 1 to 5 labels found F1 0.40 without smoothing, 0.08 with ε = 0.01 and 0.004 with ε = 0.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>Set ε of the losses to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>Smooth either the targets or in the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>Smoothed twice the optimum moves further in than either value of ε says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>Smoothing outweighs the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>Targets smoothed twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>Targets that are smoothed already are smoothed again by the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>With ε = {epsilon} {loss} gives the {classes} classes {added} labels more in a sample that has {there} on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>smoothing adds {added} labels to {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>targets are {low} and {high}: smoothed already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>A label that every sample has says nothing; often it is a mask or a column of ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>A sample has {labels} labels among {classes} classes on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>A table of probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>At s = 0 BCE pushes them up with {up} in all and pulls the others down with {down}; ZLPR has {zlpr_up} and {zlpr_down}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Classes that are always labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Classes that are never labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Compare with ZLPR, in which each side has at most 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Export what comes before the last activation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Few labels among many classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>In a loss that sums over classes the unlabelled ones own nearly all of the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>In {units} of {rows} samples all logits lie from 0 to 1: σ or softmax was applied already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Look at the column; leave it out if it is no class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Look for the same input twice, with labels by two people, or for logits pasted twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Losses here apply σ or softmax themselves; applied twice they cannot come near their lowest value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Make sure that the columns of targets are those of the logits; leave such classes out of averages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>No class is ever labelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>No model can be right on both samples; the loss of the pair has a floor above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>No model can be right on both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Nothing can be learnt from it but a large logit for everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Nothing is learnt about them but to predict them never, and their F1 is undefined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Same logits, other targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>The file may have no targets; without them all are 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>The loss applies it once more: no logit is below the threshold 0, so that every class is predicted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>The other classes have {labels} labels on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>no class is ever labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>same logits as {first}, other targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{count} class always labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{count} class never labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{count} classes always labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{count} classes never labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{count} unlabelled classes for every label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{names} are labelled in all {rows} samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{names} are never labelled in {rows} samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{names} is labelled in all {rows} samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{names} is never labelled in {rows} samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{second} has the logits of {first} to the last bit, and other targets: {names} are {target} against {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{second} has the logits of {first} to the last bit, and other targets: {names} is {target} against {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Allowed are targets from 0 to 1. Outside, BCE is computed without an error: it may be negative, and it has no lowest value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>BCE and ZLPR do not ignore it: torch&apos;s BCEWithLogits takes it as a number and raises no error; a logit of 5 then costs {cost}. Allowed are targets from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>BCE is computed all the same and may fall for ever; losses of hard labels have no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Clip targets to 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Common code computes a number all the same, which is no loss of these targets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Common code of hard ZLPR gives loss 0 and gradient 0 on soft targets: nothing is learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Divide targets by their sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Every loss of this sample is NaN, and one such sample makes the mean of its batch NaN. Allowed are targets from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Find out where the table was made; a missing label is often written as NaN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Focal loss and its relatives are defined for 0 and 1; for soft targets their optimum lies elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>It is computed by a formula that goes beyond its definition; its optimum is not at these targets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Mask these classes out of the loss, or set them to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>One NaN in the targets makes every loss of the sample NaN, and the mean of its batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Read its logits as an order, not as probabilities, or use BCE or soft ZLPR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Round targets to 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Scale or clip the targets; counts and class numbers have to become 0 and 1 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Set ignored targets to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Set targets that are not finite to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Soft targets under a hard loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Soft targets under a loss of 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Softmax shares one probability: several labels compete for it and none can be sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Targets of −1 or −100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Targets outside 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Targets that a loss refuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Targets that are not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Targets that do not sum to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>The common code of hard ZLPR masks soft classes out of both of its sums: here it gives loss 0 and gradient 0, without an error. Soft ZLPR is {truth}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>The common code of hard ZLPR masks soft classes out of both of its sums: here it gives {value}, with gradient 0 at soft classes, without an error. Soft ZLPR is {truth}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>The loss is not defined for them; common code gives some number all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>The targets sum to {total}; {losses} are meant for targets that sum to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>The targets sum to {total}; {losses} is meant for targets that sum to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>They mean ignore in losses of one label. A loss of several labels takes them as numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Use a loss of several labels, or divide the targets by their sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Use a loss of such targets, or mend the targets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Use the soft loss, which is the same on 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Use {losses} instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>no value under {losses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>soft targets under {losses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>target of {names} is {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>targets sum to {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>torch computes it without an error; TensorFlow documents that its gradient is then incorrect. The optimum shares one probability among the labels, so that no threshold tells them from the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>{count} target of {all} between 0 and 1, such as {value} of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>{count} target of {all} is soft, such as {value} of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>{count} targets of {all} are soft, such as {value} of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>{count} targets of {all} between 0 and 1, such as {value} of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>{losses} has no value here; code that does not look computes a number that means nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>{losses} have no value here; code that does not look computes a number that means nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>{soft}; {losses} are made for 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>{soft}; {losses} is made for 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>{soft}; {losses} take 0 and 1 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>{soft}; {losses} takes 0 and 1 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>{stated}; elsewhere this means: ignore the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <source>, </source>
        <comment>between names</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <source>Logit of {name}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <source>Logits of {count} classes: {values}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <source>Logits of {count} classes: {values} and {rest} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <source>Target of {name}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <source>Targets of {count} classes: {values}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <source>Targets of {count} classes: {values} and {rest} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <source>{sentence} {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <source>{some} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/sigmoids.py"/>
        <source>BCELoss(σ(s))</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/sigmoids.py"/>
        <source>The loss ends at 100 a class, and the gradient is 0 where σ(s) is rounded to 0 or 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/sigmoids.py"/>
        <source>Where σ(s) is rounded to 1, 1 − σ(s) is 0 and its logarithm −∞: then NaN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/sigmoids.py"/>
        <source>log(σ(s))</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/sigmoids.py"/>
        <location filename="../../explorer/analysis/forms/softmaxes.py"/>
        <source>the formula typed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/sigmoids.py"/>
        <source>torch.nn.BCELoss after a sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/softmaxes.py"/>
        <source>A probability that is rounded to 0 gives 0 · log 0 = NaN, or an infinite loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/softmaxes.py"/>
        <source>Keras, categorical_crossentropy of probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/softmaxes.py"/>
        <source>TensorFlow, softmax_cross_entropy_with_logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/softmaxes.py"/>
        <source>The loss ends at 16.1 a label, and there the gradient is 0: a sure mistake is not corrected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/softmaxes.py"/>
        <source>The value is right for any targets; the gradient only where they sum to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/softmaxes.py"/>
        <source>clip 10⁻⁷</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/softmaxes.py"/>
        <source>gradient p − t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/softmaxes.py"/>
        <source>log(softmax(s))</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/weighted.py"/>
        <source>A labelled class below p = 10⁻⁸ has almost no gradient; float16 has no 10⁻⁸, so log 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/weighted.py"/>
        <source>Alibaba-MIIL/ASL, with the weights differentiated too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/weighted.py"/>
        <source>With γ between 0 and 1, a class that is right beyond rounding gets the gradient 0 · ∞ = NaN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/weighted.py"/>
        <source>autograd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/weighted.py"/>
        <source>floor 10⁻⁸</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/weighted.py"/>
        <source>torchvision, sigmoid_focal_loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>10¹² mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>A soft label is silenced in both sums: it has no loss and no gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>The exponential overflows at |s| = 88 in float32, at 11 in float16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>Where labelled logits are far above the others, clipping invents a loss that pulls them down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>Where labelled logits are far above the others, the loss is −∞ and the gradient NaN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>bert4keras and bert4torch, multilabel_categorical_crossentropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>bert4keras before its issue 436</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>bert4torch, SparseMultilabelCategoricalCrossentropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>log(1 + Σ exp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>sparse, clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>sparse, raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>the formula typed in, as in several repositories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>effective classes of softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>entropy of softmax, nat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>labelled classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>mean logit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>mean target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>sets of as many classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>step of the descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>target of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss} of α times the logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss} with the label of {of} flipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}, mean over classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}: down for each up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}: gradient down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}: gradient of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}: gradient up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}: lowest possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}: {parameter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}: α at which it is lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{of}, read by {by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>α, the factor of all logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>ASL, the official code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>Keras by sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>batch mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>mean of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>one number a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>over classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>over classes and samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>over samples of the sum over classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>timm ASL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>torch BCEWithLogitsLoss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>torch MultiLabelSoftMarginLoss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>torchvision sigmoid_focal_loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>1 / loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>1 / norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>g₊ + g₋</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>g₊ + λ g₋, λ = [−⟨g₊, g₋⟩]₊/‖g₋‖²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>g₊/L₊ + g₋/L₋</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>g₊/‖g₊‖ + g₋/‖g₋‖</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>g₋ + λ g₊, λ = [−⟨g₊, g₋⟩]₊/‖g₊‖²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>labelled first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>min-norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>others first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>shortest α g₊ + (1 − α) g₋</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/families.py"/>
        <source>Divergences</source>
        <translation>散度</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/families.py"/>
        <source>From outside</source>
        <translation>外来</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/families.py"/>
        <source>Pairs and margins</source>
        <translation>成对与间隔</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/families.py"/>
        <source>Sigmoids</source>
        <translation>Sigmoid 类</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/families.py"/>
        <source>Softmax</source>
        <translation>Softmax 类</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/families.py"/>
        <source>Weighted sigmoids</source>
        <translation>加权 sigmoid 类</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/events.py"/>
        <source>its process could not be started ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/events.py"/>
        <source>its process ended with status {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/events.py"/>
        <source>its process was ended by signal {signal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/events.py"/>
        <source>no reason given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>Arrays of a script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>PySide6, which draws the window, is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>logits {given} have another count of classes than {shown}, which the window shows; allowed are {classes} classes and any count of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>logits {given} have other rows than the targets of before, {shown}; give targets too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>no loss {key}; the losses are {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>no window: {reason}; the script goes on without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>targets {targets} do not match logits {logits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>the window could not be told of newer arrays: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>the window ended with status {status}: updates are no longer shown. {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>the window was closed: updates are no longer shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>there is no display (DISPLAY and WAYLAND_DISPLAY are not set)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>this program does not say which Python it is (sys.executable)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>{given} names of a {what} are given; allowed are exactly {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/unfinished.py"/>
        <source>{file} is in training already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/losses/abs_kl.py"/>
        <source>abs KL</source>
        <translation>abs KL</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/abs_kl_sigmoid.py"/>
        <source>abs KL sigmoid</source>
        <translation>abs KL sigmoid</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/am_softmax.py"/>
        <source>AM-softmax</source>
        <translation>AM-softmax</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/asl.py"/>
        <source>ASL</source>
        <translation>ASL</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/bce.py"/>
        <source>BCE</source>
        <translation>BCE</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/circle.py"/>
        <source>circle</source>
        <translation>circle</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/combinatorial_softmax.py"/>
        <source>k-set softmax</source>
        <translation>k 元集 softmax</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/combinatorial_threshold.py"/>
        <source>k-set threshold</source>
        <translation>k 元集阈值</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/cross_entropy.py"/>
        <source>cross entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/distribution_balanced.py"/>
        <source>distribution balanced</source>
        <translation>分布平衡损失</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/flat_nce.py"/>
        <source>FlatNCE</source>
        <translation>FlatNCE</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/focal.py"/>
        <source>focal</source>
        <translation>focal</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/hill.py"/>
        <source>Hill</source>
        <translation>Hill</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/info_nce.py"/>
        <source>InfoNCE</source>
        <translation>InfoNCE</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/label_smoothing.py"/>
        <source>label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/logit_norm.py"/>
        <source>LogitNorm</source>
        <translation>LogitNorm</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/pairwise.py"/>
        <source>pairwise</source>
        <translation>成对损失</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/partition_distribution.py"/>
        <source>Z × softmax</source>
        <translation>Z × softmax</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/peel.py"/>
        <source>ZLPR to BCE</source>
        <translation>ZLPR 到 BCE</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/r_drop.py"/>
        <source>R-Drop</source>
        <translation>R-Drop</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/smoothed_bce.py"/>
        <source>BCE smoothed</source>
        <translation>平滑 BCE</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/smoothed_zlpr.py"/>
        <source>ZLPR smoothed</source>
        <translation>平滑 ZLPR</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/soft_zlpr.py"/>
        <source>soft ZLPR</source>
        <translation>软 ZLPR</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/symmetric_kl_sigmoid.py"/>
        <source>KL sigmoid</source>
        <translation>KL sigmoid</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/symmetric_kl_softmax.py"/>
        <source>KL softmax</source>
        <translation>KL softmax</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/threshold_pairwise.py"/>
        <source>threshold pairwise</source>
        <translation>阈值成对损失</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/two_way.py"/>
        <source>two-way</source>
        <translation>双向损失</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/zlpr.py"/>
        <source>ZLPR</source>
        <translation>ZLPR</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/adadelta.py"/>
        <source>Adadelta</source>
        <translation>Adadelta</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/adagrad.py"/>
        <source>Adagrad</source>
        <translation>Adagrad</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/adam.py"/>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/adamw.py"/>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/momentum.py"/>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/nesterov.py"/>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/rmsprop.py"/>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/sgd.py"/>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/film.py"/>
        <source>{package} cannot be loaded ({why}): pip install --upgrade &quot;loss-explorer[export]&quot;</source>
        <translation>{package} 无法载入（{why}）：pip install --upgrade &quot;loss-explorer[export]&quot;</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/film.py"/>
        <source>{package} is missing, which writes {ending}: pip install &quot;loss-explorer[export]&quot;</source>
        <translation>缺少写 {ending} 用的 {package}：pip install &quot;loss-explorer[export]&quot;</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/talk_pack.py"/>
        <source>As this step began (R)</source>
        <translation>恢复到这一步开始时（R）</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/talk_pack.py"/>
        <source>As this step began: this number does not follow the hand</source>
        <translation>这一步开始时的数：它不随手动改变</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/talk_pack.py"/>
        <source>Full screen (F)</source>
        <translation>全屏（F）</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/talk_pack.py"/>
        <source>Language (L)</source>
        <translation>语言（L）</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/talk_pack.py"/>
        <source>Light or dark (T)</source>
        <translation>浅色或深色（T）</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/talk_pack.py"/>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/talk_pack.py"/>
        <source>Notes (N)</source>
        <translation>备注（N）</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/talk_pack.py"/>
        <source>Step back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/talk_pack.py"/>
        <source>as this step began</source>
        <translation>这一步开始时的数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>A loss is two tasks, labelled up and the others down: thick, the gradient of each; dashed, where each way to weigh them steps.</source>
        <translation>损失是两个任务：抬高已标注，压低其余。粗线是各自的梯度，虚线是各种加权方式的去向。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Checks</source>
        <translation>检验</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Descent</source>
        <translation>下降</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Dtype microscope</source>
        <translation>精度显微镜</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Each bar: share of the sets of j classes in BCE’s product. ZLPR keeps orders 0 and 1, λ lets the others back.</source>
        <translation>每条：BCE 乘积中 j 个类别的集合所占份额。ZLPR 保留 0 阶和 1 阶，λ 放回其余各阶。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Gradient budget</source>
        <translation>梯度份额</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Gradient check</source>
        <translation>梯度检验</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>How each loss of this sample changes as one of its settings runs through its range. Drag the line to set it.</source>
        <translation>某个设置变化时本样本各损失的变化。拖动竖线即设置。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>How good the predicted labels are for every threshold: this sample solid, the table dashed, usual rules at the right. Drag the line.</source>
        <translation>各阈值下预测标签的好坏：实线为本样本，虚线为全表，右侧是常用规则。拖动竖线。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>How much gradient falls on the labelled classes, above, and on all others, below, as classes or labels are added.</source>
        <translation>增加类别或标签时，梯度有多少落在已标注类别（上）和其余类别（下）。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Is the gradient the slope of the loss? Each marker is its error against another way to find it: lower is better, the lines are what is allowed.</source>
        <translation>梯度是否就是损失的斜率？每个标记是与另一种算法的误差：越低越好，横线是容许值。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Label flips</source>
        <translation>翻转标签</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Landscape</source>
        <translation>地形</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Logits and labels</source>
        <translation>logit 与标签</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Loss values</source>
        <translation>损失值</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>On the desk</source>
        <translation>桌面</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>One loss, four numbers: as a sum or a mean over classes, of this sample or over all. Say which one you compare.</source>
        <translation>一个损失，四个数：对类别求和或取平均，本样本或全部样本。比较时说明用哪一个。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Peel</source>
        <translation>剥离</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Reductions</source>
        <translation>归约</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Ribbons</source>
        <translation>色带</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Ribbons beside</source>
        <translation>并列色带</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Runs</source>
        <translation>各次运行</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Second ribbons</source>
        <translation>第二组色带</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Second ribbons beside</source>
        <translation>并列的第二组色带</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Sharpening</source>
        <translation>锐化</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Slice</source>
        <translation>切片</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Sweeps</source>
        <translation>扫描</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Theory</source>
        <translation>理论</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Two tasks</source>
        <translation>两个任务</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>What each loss would change by if one label were flipped: left is lower, so the other label fits better. Click a class to flip it.</source>
        <translation>翻转一个标签后各损失的变化：向左更低，即另一标签更合适。点击类别即翻转。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Where code loses digits as one logit runs through a range: pale is exact, dark is wrong, black is a gradient of 0 that should not be.</source>
        <translation>一个 logit 变化时代码在何处丢失精度：浅色准确，深色错误，黑色是不该为 0 的梯度。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/__init__.py"/>
        <source>Who gets the gradient</source>
        <translation>梯度归谁</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/board.py"/>
        <source>Values in nats, summed over classes. Computed in float64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/plots/board.py"/>
        <source>sample {number} of {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/plots/board.py"/>
        <source>{name}, {position}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/plots/histogram.py"/>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/live.py"/>
        <source>No loss here has a meaning for these labels.</source>
        <translation>对这些标签，这里没有有意义的损失。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/live.py"/>
        <source>without {name}</source>
        <translation>不含 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/live.py"/>
        <source>{count} losses</source>
        <translation>{count} 个损失</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <location filename="../../explorer/study/sources/opening.py"/>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>Do the probabilities hold? {reading}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>calibration error of {reading}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>error of {reading}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/plots/reels.py"/>
        <source>{slider}: {value}</source>
        <translation>{slider}：{value}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/beside.py"/>
        <source>{file}: it cannot be read again; what was in {target} is unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/beside.py"/>
        <source>{file}: the data cannot be saved with it: {trouble}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/columns.py"/>
        <source>all {count} classes would go; allowed are 1 and more classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/columns.py"/>
        <source>class name {name} is taken; allowed are names that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/columns.py"/>
        <source>class {name} is the last one; allowed are 1 and more classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/columns.py"/>
        <source>class {place} is not in the table; allowed are 0 to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>a number that a float64 cannot hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>allowed are numbers, each with a name of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>allowed are two classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>allowed is an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>empty; allowed is a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>missing; allowed is a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>no class {name}; there are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>no loss {name}; there are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>unknown; allowed are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>{count} numbers; allowed are {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>{file}: {place}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>{value}; allowed are 0 to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>{value}; allowed is a list of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>{value}; allowed is a number, or one of {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>{value}; allowed is {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <source>Not known here and not shown, but kept in the file: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <source>a list of two classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <source>an object with the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <location filename="../../explorer/study/node.py"/>
        <location filename="../../explorer/study/references.py"/>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <source>the key of a loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <source>{file} is of format {version}, newer than {format}: opened read-only; what is unknown is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <source>{problem}: the default is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <source>{problem}; this story is not shown, but kept in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <location filename="../../explorer/study/node.py"/>
        <source>a list of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>a list of rows of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <location filename="../../explorer/study/node.py"/>
        <source>a list of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <location filename="../../explorer/study/references.py"/>
        <source>a list of whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>a list of {count} numbers, as logits, not {given}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>a list of {count} numbers, one a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>a list of {low} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>a list of {low} to {high} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <location filename="../../explorer/study/node.py"/>
        <source>a whole number from {low}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>allowed are rows from 0 to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>an object with the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>{allowed}, not {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>{count} names, one a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>{file}: &quot;table.edits&quot; has the key {key}; {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>{file}: &quot;{place}&quot; has {names} names, {slots} different slots, {logits} logits and {targets} targets; allowed is the same count of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>{file}: &quot;{place}&quot;: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>{file}: &quot;{place}.names&quot;: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>{wanted}, samples and classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/embedding.py"/>
        <source>the picture is a PDF whose trailer does not say where its catalog and its objects are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/embedding.py"/>
        <source>the picture is a PDF without a catalog that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/embedding.py"/>
        <source>the picture is no PDF with a table of its objects as this program writes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/embedding.py"/>
        <source>the picture is no SVG with a content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/embedding.py"/>
        <source>the picture is no whole PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/embedding.py"/>
        <source>the state has {size} bytes; allowed in a picture are {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/examples.py"/>
        <source>A thousand classes</source>
        <translation>一千个类别</translation>
    </message>
    <message>
        <location filename="../../explorer/study/examples.py"/>
        <source>A worked example: five samples, five classes, and a model that has 56 % of the labels right.</source>
        <translation>一个完整的例子：五个样本，五个类别，模型有 56 % 的标签正确。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/examples.py"/>
        <source>Five samples</source>
        <translation>五个样本</translation>
    </message>
    <message>
        <location filename="../../explorer/study/examples.py"/>
        <source>Multiplying the logits 1.5, 1.2, 1.0 by 5 raises the largest probability from 0.43 to 0.77.</source>
        <translation>logit 1.5, 1.2, 1.0 乘以 5，最大概率从 0.43 升到 0.77。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/examples.py"/>
        <source>One hundred classes, three labels: BCE sums over the 97 others, ZLPR follows the largest.</source>
        <translation>一百个类别，三个标签：BCE 对其余 97 个求和，ZLPR 跟随最大的。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/examples.py"/>
        <source>One thousand classes, three labelled: BCE sums 997 small pulls, ZLPR caps them at 1.</source>
        <translation>一千个类别，三个已标注：BCE 累加 997 个小的拉力，ZLPR 以 1 为上限。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/examples.py"/>
        <source>Overconfidence</source>
        <translation>过度自信</translation>
    </message>
    <message>
        <location filename="../../explorer/study/examples.py"/>
        <source>n choose k</source>
        <translation>n 选 k</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>1 empty cell is read as NaN, in line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>1 row of empty cells is left out, line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>Line 1 (&apos;0&apos;, &apos;1&apos;) was read as numbers; a header needs names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>Line {line} (&apos;0&apos; to &apos;{last}&apos;) was read as a header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>No targets for class {name}: all are 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>column {number} {value} is too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>line {line}, {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <location filename="../../explorer/study/importers/targets_file.py"/>
        <source>the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{column} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{count} empty cells are read as NaN, the first in line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{count} rows of empty cells are left out, the first is line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{file}: line {line}, {column}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{file}: line {line}, {column}: {value} has {given} fields; allowed are {wanted}, as in line {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{file}: no rows after the header in line {line}; allowed is 1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{file}: no rows; allowed is 1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{value} is not a number; {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <location filename="../../explorer/study/sources/opening.py"/>
        <source>No targets in this file: all are 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>Two tables: read as logits, then targets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>allowed are numbers, nan, inf and -inf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{file}: it has targets of its own; allowed are logits alone beside {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{file}: no logits; allowed are columns named logit:NAME, or give targets apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{file}: no targets; allowed are columns named target:NAME, or a plain table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{file}: target column {name} has no logits in {other}; allowed are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{file}: {count} classes; allowed are {wanted}, as in {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{file}: {count} samples; allowed are {wanted}, as in {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{file}: {place}, column &apos;sample&apos;: {name} is not the sample of that row in {other}; allowed is {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <location filename="../../explorer/study/sources/npy.py"/>
        <location filename="../../explorer/study/sources/opening.py"/>
        <source>{file}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{file}: {what} are {size}; allowed are {allowed}, as &quot;logits&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{rows} rows of {width}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>column {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>column {number} {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>{file}: line {line}, {column} beside columns target:NAME; allowed is one of the two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>{file}: line {line}, {column} has an empty title; allowed are sample, logit:NAME, target:NAME and labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>{file}: line {line}, {column} has no column {name}; allowed are targets of classes that have logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>{file}: line {line}, {column} is not known; allowed are sample, logit:NAME, target:NAME and labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>{file}: line {line}, {column} is there twice; allowed is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>{file}: line {line}: only &apos;sample&apos;; allowed are columns of numbers beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>Targets read as class indices, counted from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>Targets read as label names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>{count} numbers; allowed are {wanted}, one a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>{count} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>{count} rows of {width}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>{file}: {value} cannot be read; allowed is a list of labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>{name} is not a class; allowed are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>{value} is not a class index; allowed are 0 to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>{value} is there twice; allowed is each class index once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>allowed are numbers, texts, lists, tensor(...) and array(...)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>cannot be read; {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>closes nothing that is open; allowed are brackets in pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>follows without a comma; allowed is one between two values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>has no numbers in it; {allowed}, not sparse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>is not closed; allowed are brackets in pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>is not expected here; allowed is one between two values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>is where a &apos;:&apos; and a value should be; allowed is {&apos;logits&apos;: [...]}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>is where the value of {name} should be; {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>opens lists in lists without end; allowed are {most} levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>stands for numbers left out; allowed is a print in full: numpy.set_printoptions(threshold=sys.maxsize), torch.set_printoptions(profile=&apos;full&apos;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <location filename="../../explorer/study/json_text.py"/>
        <source>the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>{file}: line {line}, column {column}: {found}{problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>{name} has no value after it; {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>&quot;{key}&quot;, place {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>Not read: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>Read {first} as logits and {second} as targets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>allowed are numbers and label names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>allowed are two: logits, then targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>allowed are {&quot;logits&quot;: [[...]], &quot;targets&quot;: [[...]], &quot;classes&quot;: [...], &quot;samples&quot;: [...]}, a list of rows, or a list of {&quot;name&quot;, &quot;logits&quot;, &quot;targets&quot;}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>allowed is a list of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>allowed is a list of rows of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>allowed is a list of targets, class indices or label names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>allowed is a list of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>allowed is text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>row {place} of {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>row {row}, column {column} of {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{count} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{count} tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: &quot;{name}&quot; has {count} names; allowed are {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: no key &quot;logits&quot;, the keys are {names}; {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: row {row} of {where} has {given}; allowed are {wanted}, as in row 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: row {row}: no key &quot;{name}&quot;; allowed is {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: this is a study file; it can be opened, not read as a table; {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: {where} has no rows; allowed is 1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: {where} has no rows; allowed is 1 or more, with 1 or more numbers each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: {where}: {value} cannot be read; {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: {where}: {value} is not a number; {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/names.py"/>
        <source>{file}: {place}: {name} is also {other}; allowed are names that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/names.py"/>
        <source>{file}: {place}: {name} is no name; allowed is text that is not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/names.py"/>
        <source>{names} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/pairing.py"/>
        <source>{logits} and {targets} have the same shape. Open them as logits and targets?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/pairing.py"/>
        <source>{targets} has labels for the rows of {logits}. Open them as targets and logits?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/reading.py"/>
        <source>an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/reading.py"/>
        <source>row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/reading.py"/>
        <source>the array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/reading.py"/>
        <location filename="../../explorer/study/pictures.py"/>
        <location filename="../../explorer/study/sources/again.py"/>
        <location filename="../../explorer/study/sources/opening.py"/>
        <location filename="../../explorer/study/sources/unpack.py"/>
        <location filename="../../explorer/study/storage.py"/>
        <source>{file}: it cannot be read: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/reading.py"/>
        <source>{file}: line {line}: a zero byte; allowed is text; {read}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/reading.py"/>
        <source>{file}: line {line}: byte {byte} is not {wanted}; allowed is text in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/records.py"/>
        <source>{file}: line {line}, column {column}: {value} {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/records.py"/>
        <source>{file}: line {line}: {start}: {problem}; allowed are fields, quoted as in CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a 7z archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a MATLAB file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a Parquet file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a ZIP archive that is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a ZIP archive without arrays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a Zstandard archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a bzip2 archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a gzip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a pickle, which could run code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a safetensors file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a torch file, which could run code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>an Arrow file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>an Excel file (XLSX)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>an HDF5 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>an OpenDocument file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>an SQLite database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>an old Excel file (XLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>an xz archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>get it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>give the table of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>read are CSV, TSV, JSON, NPY and NPZ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>save it as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>save it as CSV, or its numbers with numpy.savez</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>save it with numpy.savez(file, logits=..., targets=...)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>unpack it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>{file}: this is {what}; {read}: {way}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/targets_file.py"/>
        <source>{file}: allowed beside so large a table is one NPY or NPZ array of {size} targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/targets_file.py"/>
        <source>{file}: it is compressed; allowed is an array saved with numpy.save or numpy.savez</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/json_text.py"/>
        <source>{file}: line {line}, column {column}: {problem} at {near}; allowed is JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/json_text.py"/>
        <source>{file}: {problem}; allowed is a study as this program writes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/lessons/reading.py"/>
        <source>allowed are one or more, each with a name of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/lessons/reading.py"/>
        <source>allowed are two to five sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/lessons/reading.py"/>
        <source>no number {name}; there are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/lessons/reading.py"/>
        <location filename="../../explorer/study/stories/reading.py"/>
        <source>{file}: it cannot be read as JSON: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/lessons/reading.py"/>
        <source>{value}; allowed are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>a list [ ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>a number that a float64 can hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>a number, &quot;NaN&quot;, &quot;Infinity&quot; or &quot;-Infinity&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>a whole number from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>an object { }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>{file}: &quot;{place}&quot; is missing; allowed is {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>{file}: {place} is {value}; allowed is {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/pictures.py"/>
        <source>allowed are pictures exported here with their state, studies (*.study.json), and tables as CSV, TSV, JSON, NPY and NPZ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/pictures.py"/>
        <source>{file}: a picture of {size} bytes; allowed are {most}; {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/pictures.py"/>
        <source>{file}: this picture has no study inside; {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/pictures.py"/>
        <source>{problem}; the study inside this picture is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/qr.py"/>
        <source>a QR image needs the library segno; allowed: pip install segno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/qr.py"/>
        <source>a state code of {count} letters does not fit a QR image; allowed are {most}: a sample of fewer classes, or of shorter names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/recovery.py"/>
        <source>{problem}; it lies in {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>a kind of number such as &quot;&lt;f4&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>a list of one or two whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>a list of whole numbers: samples and classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>a path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>nanoseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>no folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>{file} cannot be read ({problem}): {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>{file} does not hold what this study refers to: {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>{file} is not as it was when this study was saved: {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>{file} is not there (looked in {places}): {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>{problem}: {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/source.py"/>
        <source>a table has no classes; allowed are 1 and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/source.py"/>
        <source>class name {name} is there twice; allowed are names that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/source.py"/>
        <source>class {place} is named {name}; allowed is text that is not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/again.py"/>
        <source>it cannot be read: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/again.py"/>
        <source>it no longer holds {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/again.py"/>
        <source>its classes have other names now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/again.py"/>
        <source>its shape is {now} now, it was {then}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/again.py"/>
        <source>no sample was edited; allowed are tables with edited samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/again.py"/>
        <source>{file}: {problem}; the table stays as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/archive.py"/>
        <source>encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/archive.py"/>
        <source>packed in a rare way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/archive.py"/>
        <source>{file}: no arrays are in this archive; allowed is an NPZ with logits and targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/archive.py"/>
        <source>{file}: the archive is damaged: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/archive.py"/>
        <source>{file}: {name} is not where the archive says; it is damaged or cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/archive.py"/>
        <source>{file}: {name} is {how}; allowed are stored and deflated arrays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/cache.py"/>
        <source>{file}: unpacking was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/cache.py"/>
        <source>{file}: unpacking {name} takes {size} bytes, on the disk are {free}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/cache.py"/>
        <source>{file}: {name} cannot be unpacked: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/cache.py"/>
        <source>{file}: {name} ends after {done} of {size} bytes; it is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/contents.py"/>
        <source>{file}: it begins with {start}; allowed are NPY and NPZ files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/contents.py"/>
        <source>{name}: it cannot be unpacked: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/contents.py"/>
        <source>{name}: it is cut off after {size} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/contents.py"/>
        <source>{name}: its shape is {shape}, but the archive says {size} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/files.py"/>
        <source>it is not a plain file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/files.py"/>
        <source>samples that cannot be read show no numbers, edited ones are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/files.py"/>
        <source>{file} cannot be reached ({problem}): {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/files.py"/>
        <source>{file} ends before byte {byte}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/files.py"/>
        <source>{file} is no longer the file that was opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/files.py"/>
        <source>{file} is no longer there: {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/files.py"/>
        <source>{file} was changed after it was opened: numbers that were not edited may be new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/files.py"/>
        <source>{file} was shortened from {before} to {now} bytes: {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>allowed are float16, float32, float64, whole numbers and true/false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>it begins with {start}; allowed is a NumPy array (NPY 1 to 3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>it holds Python objects, which are never read; {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>it holds numbers of the kind {kind}; {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>its header holds {text}; {allowed}, as plain arrays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>its header is {text}; allowed are descr, fortran_order and shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>its header of {length} bytes is too long for a file of {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>its shape is {shape}, but {there}; it was cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>its shape is {shape}; allowed are two whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>its shape is {shape}; allowed is (samples, classes) or (classes,)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>of {whole} bytes only {size} are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/opening.py"/>
        <source>it holds texts; allowed are numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/opening.py"/>
        <source>its shape is {shape}, that of the logits {logits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/opening.py"/>
        <source>its shape is {shape}; allowed are {count} names, one a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/opening.py"/>
        <source>its shape is {shape}; allowed are {count} names, one a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/opening.py"/>
        <source>{file}: it holds {names}; allowed is an array named {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/unpack.py"/>
        <source>{file} is compressed: unpacking its {packed} takes {whole} of the {room} free on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/unpack.py"/>
        <source>{file}: it cannot be unpacked: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>a letter is missing or is none of A to Z and 2 to 7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>a letter is wrong or missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>allowed is a whole code, as LX1-... from Copy state code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>it does not begin with LX1-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>it does not read: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>it is of format {version}, this program reads {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>it is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>more than {count} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>state code {code}: {problem}; {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>the loss {name} is not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>{count} classes in {size} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/storage.py"/>
        <source>{file}: byte {byte} is not UTF-8; allowed is a study in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/storage.py"/>
        <source>{file}: it cannot be saved: {problem}; what was in the file is unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/reading.py"/>
        <source>empty; allowed are 1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/reading.py"/>
        <source>{file} is of format {version}, newer than {format}: what is unknown is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/reading.py"/>
        <source>{value}; allowed are keys of figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/reading.py"/>
        <source>{value}; allowed is {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/story.py"/>
        <source>a control is of kind {kind}; allowed are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/story.py"/>
        <source>a control runs from {low} to {high} by {step}; allowed is low &lt; high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/story.py"/>
        <source>a logarithmic control begins at {low}; allowed is more than 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/story.py"/>
        <source>a step has {count} samples; allowed are 1 to {most}, `recorded` takes one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/story.py"/>
        <source>a step shows {count} cards; allowed are 1 to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/story.py"/>
        <source>a step takes {seconds} seconds; allowed are 0 to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/story.py"/>
        <source>story {story} has no steps; allowed are 1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>Factor α of Sharpening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>Logit of a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>Mean of all logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>Number of labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>Setting of a loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>Size of all logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>Step of the descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>Target of a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>it needs about {needed} at once, and other programs take some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>it needs about {needed} of memory at once, and this machine has {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>the memory is not enough: {why}. Fewer classes, rows, inputs or hidden units need less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/slopes.py"/>
        <source>The gradient itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/__init__.py"/>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>&amp;Classes</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/__init__.py"/>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/__init__.py"/>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/__init__.py"/>
        <location filename="../../explorer/ui/actions/help.py"/>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/__init__.py"/>
        <source>&amp;Losses</source>
        <translation>损失(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/__init__.py"/>
        <location filename="../../explorer/ui/actions/present.py"/>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>&amp;Present</source>
        <translation>演示(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/__init__.py"/>
        <location filename="../../explorer/ui/actions/population.py"/>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/__init__.py"/>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <location filename="../../explorer/ui/actions/doctor.py"/>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>&amp;Cards</source>
        <translation>卡片(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>&amp;Close this card</source>
        <translation>关闭此卡片(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>&amp;Next page of cards</source>
        <translation>下一页卡片(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>&amp;Previous page of cards</source>
        <translation>上一页卡片(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>&amp;Smaller</source>
        <translation>缩小(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>&amp;Usual size</source>
        <translation>常用大小(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>&amp;Zoom interface</source>
        <translation>界面缩放(&amp;Z)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>Cards can also be dragged by their titles</source>
        <translation>也可拖动卡片标题</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>Close the card {card}</source>
        <translation>关闭卡片{card}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>In a window too small for all of them</source>
        <translation>窗口放不下全部卡片时</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <location filename="../../explorer/ui/cards/card.py"/>
        <source>Keep {card} on the desk</source>
        <translation>将{card}留在桌面</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>Move this card &amp;left</source>
        <translation>卡片左移(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>Move this card &amp;right</source>
        <translation>卡片右移(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>Reset &amp;layout</source>
        <translation>重置布局(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>Show the &amp;usual cards</source>
        <translation>显示常用卡片(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>The card that has the focus; a tick in this menu brings it back</source>
        <translation>有焦点的卡片；在此菜单勾选即恢复</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/cards.py"/>
        <source>The usual cards, each at its place, the window at its usual size</source>
        <translation>常用卡片各归原位，窗口恢复常用大小</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>&amp;Add a class</source>
        <translation>添加类别(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>&amp;Copy rows</source>
        <translation>复制行(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>&amp;Flip labels</source>
        <translation>翻转标签(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>&amp;Negate logits</source>
        <translation>logit 变号(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>&amp;Scale…</source>
        <translation>缩放(&amp;S)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Add a number to the chosen logits</source>
        <translation>所选 logit 加上一个数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>At the end, with logit 0 and target 0 in every sample; Insert in the table</source>
        <translation>加在末尾，每个样本的 logit 和目标都为 0；表中按 Insert</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Every class with a target above 1/2</source>
        <translation>目标大于 1/2 的所有类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Give the chosen classes the opposite targets, 1 − t</source>
        <translation>所选类别的目标变为 1 − t</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Multiply the chosen logits</source>
        <translation>所选 logit 乘以一个数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Name, logit and target of the chosen classes, in full, with tabs</source>
        <translation>所选类别的名称、logit 和目标，全部位数，以制表符分隔</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Numbers in names count: class 9, class 10</source>
        <translation>名称中的数字按大小：class 9, class 10</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Of the sample shown, the largest first; the order is that of all samples</source>
        <translation>按当前样本从大到小；所有样本共用此顺序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>One logit for all chosen classes</source>
        <translation>所选类别共用一个 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>One target for all chosen classes: 0, 1 or soft</source>
        <translation>所选类别共用一个目标：0、1 或软目标</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Re&amp;move {classes}</source>
        <translation>移除 {classes}(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>S&amp;hift…</source>
        <translation>平移(&amp;H)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Select &amp;one</source>
        <translation>只选一个(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Select a&amp;ll</source>
        <translation>全选(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Select the la&amp;belled</source>
        <translation>选择已标注类别(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Set &amp;targets…</source>
        <translation>设置目标(&amp;T)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Set lo&amp;gits…</source>
        <translation>设置 logit(&amp;G)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Sort by log&amp;it</source>
        <translation>按 logit 排序(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Sort by nam&amp;e</source>
        <translation>按名称排序(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Sort by tar&amp;get</source>
        <translation>按目标排序(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>The chosen classes, from every sample; with the focus in the table or the editor</source>
        <translation>从每个样本移除所选类别；焦点须在表格或编辑器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>The chosen classes, in the order of all samples; or drag their rows by the name</source>
        <translation>移动所选类别，影响所有样本的顺序；也可按名称拖动行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>The held class</source>
        <translation>选定的类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>The held class alone (Esc)</source>
        <translation>只选当前类别 (Esc)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>Turn the signs of the chosen logits round</source>
        <translation>所选 logit 正负互换</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>With the focus in the table or the editor</source>
        <translation>焦点须在表格或编辑器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/doctor.py"/>
        <source>&amp;Doctor</source>
        <translation>诊断(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/doctor.py"/>
        <source>&amp;Export findings…</source>
        <translation>导出诊断(&amp;E)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/doctor.py"/>
        <source>&amp;Next finding</source>
        <translation>下一条诊断(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/doctor.py"/>
        <source>&amp;Previous finding</source>
        <translation>上一条诊断(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/doctor.py"/>
        <source>&amp;Show the doctor</source>
        <translation>显示诊断(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/doctor.py"/>
        <source>Every finding of every sample, as CSV or JSON</source>
        <translation>所有样本的所有诊断，存为 CSV 或 JSON</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/doctor.py"/>
        <source>The keyboard goes to what is said of this sample</source>
        <translation>键盘焦点移到本样本的诊断</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/doctor.py"/>
        <source>The next sample of which the doctor has something to say; in the list, in its order</source>
        <translation>下一个有诊断的样本；在列表中按其顺序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>&amp;History…</source>
        <translation>历史(&amp;H)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>键盘快捷键(&amp;K)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>&amp;Paste a table</source>
        <translation>粘贴表格(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>&amp;Pin</source>
        <translation>钉住(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>&amp;Redo {step}</source>
        <translation>重做 {step}(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>&amp;Undo {step}</source>
        <translation>撤销 {step}(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>&amp;Unpin</source>
        <translation>取消钉住(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>Choose other keys for any action</source>
        <translation>为任何操作另选按键</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>Copy &amp;card as</source>
        <translation>卡片复制为(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>Copy &amp;sample as</source>
        <translation>样本复制为(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>Copy state cod&amp;e</source>
        <translation>复制状态码(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>Every step by its name; click one to go there</source>
        <translation>每一步的名称；点击即到该步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>Every target t of the shown sample becomes 1 − t</source>
        <translation>当前样本的每个目标 t 变为 1 − t</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>Exchan&amp;ge 0 and 1</source>
        <translation>互换 0 和 1(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>Keep this state dashed in the background, to compare with</source>
        <translation>以虚线保留当前状态，用于比较</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>Logits and targets of two samples in a share λ, as mixup does</source>
        <translation>按比例 λ 混合两个样本的 logit 和目标，同 mixup</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>Logits, or logits and targets, copied from a spreadsheet or a file</source>
        <translation>从电子表格或文件复制的 logit，或 logit 与目标</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>Mi&amp;x with a sample…</source>
        <translation>与样本混合(&amp;X)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>Of the shown sample, in one of the four ways of libraries</source>
        <translation>当前样本，四种常见约定之一</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>P&amp;references…</source>
        <translation>偏好设置(&amp;R)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>Prints the values and gradients shown, by itself</source>
        <translation>独立打印所显示的数值和梯度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>S&amp;mooth the targets…</source>
        <translation>平滑目标(&amp;M)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>The card that has the focus; its own menu (right click, or Menu key) has the same</source>
        <translation>有焦点的卡片；其右键菜单也有此项</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>The shown sample in full precision, as Paste a table reads it back</source>
        <translation>当前样本的全部位数，可由“粘贴表格”读回</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>This sample as a short text, which Paste opens again</source>
        <translation>本样本的短文本，粘贴即可再次打开</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>&amp;Clear this list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>&amp;Go on with arrays of the script</source>
        <translation>继续接收脚本的数组(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>&amp;Pause arrays of the script</source>
        <translation>暂停接收脚本的数组(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>&amp;Targets from a file…</source>
        <translation>从文件读取目标(&amp;T)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>A card or the whole board as PNG, SVG or PDF, which opens as its study again</source>
        <translation>卡片或整个桌面存为 PNG, SVG 或 PDF，可再次打开为研究</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>A long table is copied beside the study, so that both can be taken along</source>
        <translation>长表格复制到研究旁，便于一起带走</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>A script for torch, NumPy or Keras that prints the numbers shown</source>
        <translation>打印所显示数值的 torch, NumPy 或 Keras 脚本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>A study, or a table (CSV, TSV, JSON, NPY, NPZ); two files: logits and targets</source>
        <translation>研究或表格 (CSV, TSV, JSON, NPY, NPZ)；两个文件：logit 与目标</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>Of a window that explorer.show opened: edit what is shown while it is paused</source>
        <translation>explorer.show 打开的窗口：暂停时可编辑所显示的内容</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>One sample and five classes, all 0</source>
        <translation>一个样本，五个类别，全为 0</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>Open e&amp;xample</source>
        <translation>打开示例(&amp;X)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>Re&amp;load the file</source>
        <translation>重新读取文件(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>Read the table&apos;s file again, as it is now; the edits stay</source>
        <translation>按现状重读表格文件；编辑保留</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>Reco&amp;ver…</source>
        <translation>恢复(&amp;V)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>Reprod&amp;uce as code…</source>
        <translation>生成代码(&amp;U)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>Save with &amp;data…</source>
        <translation>连同数据保存(&amp;D)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>Share as &amp;code…</source>
        <translation>以状态码分享(&amp;C)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>Targets of the open table from a second file: one a class, class indices or label names</source>
        <translation>从第二个文件读取目标：每类一个数、类别序号或标签名</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>This sample as a short text, and as a QR image</source>
        <translation>本样本的短文本和二维码</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/file.py"/>
        <source>What was left when the program ended unexpectedly</source>
        <translation>程序意外结束时留下的内容</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/help.py"/>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/help.py"/>
        <source>&amp;Close the lesson</source>
        <translation>关闭课程(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/help.py"/>
        <source>&amp;First lesson</source>
        <translation>第一课(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/help.py"/>
        <source>&amp;Formula reference</source>
        <translation>公式参考(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/help.py"/>
        <source>&amp;Keys and gestures</source>
        <translation>按键与手势(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/help.py"/>
        <source>&amp;Lessons</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/help.py"/>
        <source>&amp;Next lesson</source>
        <translation>下一课(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/help.py"/>
        <source>&amp;Previous lesson</source>
        <translation>上一课(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/help.py"/>
        <source>Every loss, its gradient, parameters and readings; optimizers and schedules</source>
        <translation>每个损失及其梯度、参数和读法；优化器与调度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/help.py"/>
        <source>Its study stays open</source>
        <translation>其研究仍打开</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/losses.py"/>
        <location filename="../../explorer/ui/commands.py"/>
        <source>Add {loss}</source>
        <translation>添加 {loss}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/losses.py"/>
        <location filename="../../explorer/ui/commands.py"/>
        <source>Remove {loss}</source>
        <translation>移除 {loss}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/losses.py"/>
        <source>Takes {targets}</source>
        <translation>适用：{targets}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/population.py"/>
        <source>&amp;Cancel the population</source>
        <translation>取消群体(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/population.py"/>
        <source>&amp;Run the population</source>
        <translation>运行群体(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/population.py"/>
        <source>A specification in TOML, as the command line runs it</source>
        <translation>TOML 说明文件，与命令行相同</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/population.py"/>
        <source>Experiments that come with the program, with what they should show</source>
        <translation>程序自带的实验及其应有的结果</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/population.py"/>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>Go on from the last checkpoint</source>
        <translation>从最近的检查点继续</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/population.py"/>
        <source>Go on with the population</source>
        <translation>继续群体</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/population.py"/>
        <source>Open a resu&amp;lt…</source>
        <translation>打开结果(&amp;L)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/population.py"/>
        <source>Open an e&amp;xperiment…</source>
        <translation>打开实验(&amp;X)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/population.py"/>
        <source>Pa&amp;use the population</source>
        <translation>暂停群体(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/population.py"/>
        <source>Ready-m&amp;ade experiments…</source>
        <translation>现成实验(&amp;A)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/population.py"/>
        <source>Resu&amp;me the population</source>
        <translation>继续群体(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/population.py"/>
        <source>Train the experiment of the board of populations from its beginning</source>
        <translation>从头训练群体面板的实验</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/population.py"/>
        <source>What a population came to, from a file</source>
        <translation>从文件打开群体的结果</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/population.py"/>
        <source>What it has come to stays, and it can go on later</source>
        <translation>已有结果保留，稍后可继续</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/present.py"/>
        <source>&amp;Present from the start</source>
        <translation>从头演示(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/present.py"/>
        <source>Notes, the next step and a clock, while a story is on stage</source>
        <translation>演示时的备注、下一步和时钟</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/present.py"/>
        <source>Present a &amp;shipped story</source>
        <translation>演示自带故事(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/present.py"/>
        <source>Present from &amp;this step</source>
        <translation>从此步演示(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/present.py"/>
        <source>Present: {story}</source>
        <translation>演示：{story}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/present.py"/>
        <source>S&amp;peaker view</source>
        <translation>演讲者视图(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/present.py"/>
        <source>Stage on s&amp;creen</source>
        <translation>演示屏幕(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/present.py"/>
        <source>Stage on s&amp;creen: {screen}</source>
        <translation>演示屏幕：{screen}(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/present.py"/>
        <source>Takes the next screen</source>
        <translation>换到下一个屏幕</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/present.py"/>
        <source>The story of the study on the whole screen; without one the study itself</source>
        <translation>全屏演示研究的故事；没有故事则演示研究本身</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>&amp;Descend</source>
        <translation>下降(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>&amp;Faster</source>
        <translation>加快(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>&amp;Faster (now {speed})</source>
        <translation>加快（现在 {speed}）(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>&amp;Keep this step</source>
        <translation>保留此步(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>&amp;Keep this step of {loss}</source>
        <translation>保留 {loss} 的此步(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>&amp;Optimizer</source>
        <translation>优化器(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>&amp;Slower</source>
        <translation>减慢(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>Back to the &amp;start</source>
        <translation>回到起点(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>Descend by {optimizer}</source>
        <translation>用 {optimizer} 下降</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>Descend faster</source>
        <translation>加快下降</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>Descend slower</source>
        <translation>减慢下降</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>Make the copy that the bars show the study&apos;s logits, as one step that can be undone</source>
        <translation>将柱形所示的副本作为研究的 logit，可撤销</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>Optimizer, learning rate, steps, weight decay</source>
        <translation>优化器、学习率、步数、权重衰减</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>Se&amp;ttings of the descent…</source>
        <translation>下降设置(&amp;T)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>Step &amp;back</source>
        <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>Step &amp;on</source>
        <translation>前进一步(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>Step 0, the study as it is</source>
        <translation>第 0 步，研究的现状</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>To the &amp;end</source>
        <translation>到终点(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/run.py"/>
        <source>Train a copy of the logits with each loss that is on, and watch</source>
        <translation>用每个开启的损失训练 logit 的副本并观察</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>&amp;Duplicate step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>&amp;Go to step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>&amp;New story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>&amp;Open story…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>&amp;Record step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>&amp;Update step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>A file *.story.json, which can be dropped on the window too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>From softmax to n choose k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>How ZLPR arises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Its first step is what is on the desk now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Move step do&amp;wn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Move step u&amp;p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Open to edit: a copy goes into the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Re&amp;move step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Remove s&amp;tory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>S&amp;ave story as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Shipped &amp;stories</source>
        <translation>自带故事(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Soft labels and σ(2s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Steps of a story, with captions and notes, beside the cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Story &amp;panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>The chosen step shows what is on the desk now; its words and cards stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>The desk shows the chosen step, as an edit that can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>What is on the desk now, after the chosen step: the enlarged card, else bars and first card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>When every loss fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Why softmax is overconfident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/table.py"/>
        <source>About the study, which the board of populations does not show: Esc goes back to it</source>
        <translation>针对研究，群体面板不显示研究：按 Esc 返回</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>&amp;All samples</source>
        <translation>所有样本(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>&amp;Figures</source>
        <translation>图(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>&amp;Next sample</source>
        <translation>下一个样本(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>&amp;Previous sample</source>
        <translation>上一个样本(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>&amp;Reset views</source>
        <translation>重置视图(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>A class; in the list of all samples, a sample</source>
        <translation>类别；在样本列表中为样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>Any action, class or sample by a few letters</source>
        <translation>输入几个字母查找操作、类别或样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>Every card fits its axes to what it shows</source>
        <translation>每张卡片的坐标轴适应其内容</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>Every sample with its losses: sort, filter, go to one</source>
        <translation>每个样本及其损失：排序、筛选、前往</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>Find a &amp;command…</source>
        <translation>查找命令(&amp;C)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>Follow the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>Lan&amp;guage</source>
        <translation>语言 Language(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>Pop&amp;ulation</source>
        <translation>群体(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>Train many runs of an experiment and watch all of them</source>
        <translation>训练一个实验的多次运行并全部观察</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/bars.py"/>
        <source>A click pauses the arrays that come from the script, or goes on with the newest</source>
        <translation>点击暂停脚本传来的数组，或继续显示最新的</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/bars.py"/>
        <source>A click shows the board of populations</source>
        <translation>点击显示群体面板</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/bars.py"/>
        <source>Back to the desk (Esc)</source>
        <translation>返回桌面 (Esc)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/bars.py"/>
        <source>Desk</source>
        <translation>桌面</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/bars.py"/>
        <source>From the last edit to the end of the painting that showed it, in milliseconds.
At 60 frames a second there are 16.7.</source>
        <translation>从最近一次编辑到画完的毫秒数。
每秒 60 帧时为 16.7。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/bars.py"/>
        <source>Present</source>
        <translation>演示</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/card.py"/>
        <source>Back to all cards (Esc)</source>
        <translation>返回所有卡片 (Esc)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/card.py"/>
        <source>Close {card}</source>
        <translation>关闭{card}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/card.py"/>
        <source>Enlarge {card}</source>
        <translation>放大{card}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/card.py"/>
        <source>What {card} shows</source>
        <translation>{card}显示什么</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/commands.py"/>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Choose a card first: Tab or a click gives it the focus</source>
        <translation>先选一张卡片：按 Tab 或点击</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/commands.py"/>
        <source>Closed {card}; View &gt; Cards brings it back</source>
        <translation>已关闭{card}；在“视图 › 卡片”中恢复</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/commands.py"/>
        <source>Interface at {percent} %</source>
        <translation>界面 {percent} %</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>&amp;LaTeX table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>&amp;Numbers, with tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>&amp;Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>&amp;SVG drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Copy a script for Keras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Copy a script for NumPy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Copy a script for torch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Copy card as LaTeX table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Copy card as Python lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Copy card as SVG drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Copy card as numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Copy card as picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>P&amp;ython lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Script for &amp;Keras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Script for &amp;torch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Script for N&amp;umPy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>Copied a script for {framework}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Copied the picture of {card}, {width} × {height} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Copied {card} as Python lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Copied {card} as SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Copied {card} as a LaTeX table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Copied {count} row of numbers with their headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Copied {count} rows of numbers with their headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Copied {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Copied {title} as {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Nothing to copy here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/menu.py"/>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/menu.py"/>
        <source>Copy numbers of {name}</source>
        <translation>复制 {name} 的数值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/menu.py"/>
        <source>Copy the number under the pointer</source>
        <translation>复制指针处的数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/menu.py"/>
        <source>Enlarge, or back</source>
        <translation>放大，或还原</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/menu.py"/>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/menu.py"/>
        <source>Landscape: {name} across</source>
        <translation>地形：{name} 为横轴</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/menu.py"/>
        <source>Landscape: {name} up</source>
        <translation>地形：{name} 为纵轴</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/menu.py"/>
        <source>Lesson: {title}</source>
        <translation>课程：{title}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/menu.py"/>
        <source>Reset view</source>
        <translation>重置视图</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/menu.py"/>
        <source>Slice along {name}</source>
        <translation>沿 {name} 切片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/pager.py"/>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/pager.py"/>
        <source>Next page of cards</source>
        <translation>下一页卡片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/pager.py"/>
        <source>Page {number}: {cards}</source>
        <translation>第 {number} 页：{cards}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/pager.py"/>
        <source>Pages of cards</source>
        <translation>卡片页</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/pager.py"/>
        <source>Previous page of cards</source>
        <translation>上一页卡片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/pager.py"/>
        <source>{cards}, {page} of {pages}</source>
        <translation>{cards}，{page} / {pages}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>Add a class named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>&amp;NumPy arrays</source>
        <translation>NumPy 数组(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>&amp;Python lists</source>
        <translation>Python 列表(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>&amp;Tab-separated text</source>
        <translation>制表符分隔文本(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/clipboard.py"/>
        <source>t&amp;orch tensors</source>
        <translation>torch 张量(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>Not saved: {name} is there already.</source>
        <translation>没有保存：{name} 已经存在。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>Open a study or a table</source>
        <translation>打开研究或表格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>Open as a pair</source>
        <translation>成对打开</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>Paste a table</source>
        <translation>粘贴表格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>Pin</source>
        <comment>step</comment>
        <translation>钉住</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>Save the study</source>
        <translation>保存研究</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>Saved to {name}</source>
        <translation>已保存到 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>Studies, tables, pictures, experiments (*.json *.csv *.tsv *.txt *.npy *.npz *.toml *.png *.svg *.pdf);;All files (*)</source>
        <translation>研究、表格、图片、实验 (*.json *.csv *.tsv *.txt *.npy *.npz *.toml *.png *.svg *.pdf);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>Study (*{ending})</source>
        <translation>研究 (*{ending})</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>The example “{title}”</source>
        <translation>示例“{title}”</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>Unpin</source>
        <comment>step</comment>
        <translation>取消钉住</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>edited</source>
        <translation>已修改</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>the state code</source>
        <translation>状态码</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>{name} is open; the other was not: they make no pair.</source>
        <translation>已打开 {name}；另一个没有打开：两者不成对。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>{name} is open; {count} others were not: they make no pair.</source>
        <translation>已打开 {name}；另外 {count} 个没有打开：它们不成对。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/desk.py"/>
        <source>Every card is closed.</source>
        <translation>所有卡片都已关闭。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/desk.py"/>
        <source>Show the usual cards</source>
        <translation>显示常用卡片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>Cancel the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <location filename="../../explorer/ui/notice.py"/>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <location filename="../../explorer/ui/share_code.py"/>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <location filename="../../explorer/ui/share_code.py"/>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>Making the film: {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>Making {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>No film was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>This picture onto the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>Vectors, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>Writing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>{name} is there, {bytes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>{name}: its ending is no format; allowed are {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>{size} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>{size} pixels; allowed are {low} to {high} a side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_film.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_film.py"/>
        <source>Making {name}: {share}%</source>
        <translation>正在制作 {name}：{share}%</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_film.py"/>
        <source>Making {name}: {share}%, about {left} s left</source>
        <translation>正在制作 {name}：{share}%，约剩 {left} 秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_film.py"/>
        <source>Making {name}…</source>
        <translation>正在制作 {name}…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_film.py"/>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_film.py"/>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_film.py"/>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_film.py"/>
        <source>{name} is made: {size} MB.</source>
        <translation>{name} 已完成：{size} MB。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_film.py"/>
        <source>{name} was not made: {why}</source>
        <translation>{name} 未能完成：{why}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>As on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Beside the bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Font size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Keep the state in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Keep the state inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Of a PNG measured in mm or inches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Own size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Size of the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>What moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Whoever drops the picture on this window, or opens it, has the study back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>dots an inch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_moving.py"/>
        <source>Film of a sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_moving.py"/>
        <source>Film of the descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_moving.py"/>
        <source>Logit of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_moving.py"/>
        <source>Sharpening α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_moving.py"/>
        <source>Target of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_moving.py"/>
        <source>The story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>4K, 3840 × 2160</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>GIF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>HTML, a talk pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>MP4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>One column, 84 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>Slide, 1920 × 1080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>Two columns, 174 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_preview.py"/>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_sources.py"/>
        <source>The whole board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_sources.py"/>
        <source>board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/jobs.py"/>
        <source>Differentiating by torch</source>
        <translation>用 torch 求导</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/jobs.py"/>
        <source>Evaluating all samples</source>
        <translation>计算所有样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/jobs.py"/>
        <source>Opening the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/jobs.py"/>
        <source>Opening the run</source>
        <translation>打开运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/jobs.py"/>
        <location filename="../../explorer/ui/population_commands.py"/>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/jobs.py"/>
        <source>Saving</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/jobs.py"/>
        <source>The study and everything on screen are kept.</source>
        <translation>研究和屏幕上的一切都保留。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/jobs.py"/>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/jobs.py"/>
        <source>Writing findings</source>
        <translation>写入诊断</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/jobs.py"/>
        <source>{what} stopped: {why}. {kept}</source>
        <translation>{what}已停止：{why}。{kept}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/language_switch.py"/>
        <source>Do not change it</source>
        <translation>不切换</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/language_switch.py"/>
        <source>Making a film</source>
        <translation>正在制作影片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/language_switch.py"/>
        <source>The language changes as soon as this is over: {what}.</source>
        <translation>以下工作结束后切换语言：{what}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/language_switch.py"/>
        <source>The script that opened this window chooses its language; it holds at the next start.</source>
        <translation>此窗口的语言由打开它的脚本决定；下次启动时生效。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/notice.py"/>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette.py"/>
        <source>Find a command, a class or a sample</source>
        <translation>查找命令、类别或样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette.py"/>
        <source>Nothing by that name.</source>
        <translation>没有这个名称。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette.py"/>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette.py"/>
        <source>not available now</source>
        <translation>现在不可用</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette_entries.py"/>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette_entries.py"/>
        <source>Formula of {title}</source>
        <translation>{title} 的公式</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette_entries.py"/>
        <source>Go to sample {number}</source>
        <translation>前往样本 {number}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette_entries.py"/>
        <source>Interface size {percent} %</source>
        <translation>界面大小 {percent} %</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette_entries.py"/>
        <source>Open {file}</source>
        <translation>打开 {file}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette_entries.py"/>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette_entries.py"/>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/palette_entries.py"/>
        <source>of {samples}</source>
        <translation>共 {samples} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>Go on with {stopped}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>{title}, stopped at {update}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_estimate.py"/>
        <source>A field is not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_estimate.py"/>
        <source>It cannot run like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>Close the story panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>No story yet. Record a step, or open one that is shipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>Record step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>Shipped stories, to edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>Stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>Story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>Title of the story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>Words of the story in {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>A value of this step; it follows when the slider moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Caption of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Caption with its numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Cards, side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>First card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Insert a number into the caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Insert number…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>No second card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Notes for the speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Second card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Seconds into the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Title of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_list.py"/>
        <source>Step {number} of {count}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_list.py"/>
        <source>Steps of the story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_list.py"/>
        <source>Without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_numbers.py"/>
        <source>Find a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_numbers.py"/>
        <source>No number is called so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_numbers.py"/>
        <source>Numbers of this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>A slider runs upwards: {start} to {stop} is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>End of the slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>Name of the slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>No slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>Slider of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>Start of the slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>What the slider moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_commands.py"/>
        <source>Do not run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_commands.py"/>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_commands.py"/>
        <source>Run it all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_commands.py"/>
        <source>{title} would not fit: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_files.py"/>
        <source>And {count} more mistakes in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_training.py"/>
        <source>Training stopped before its first update: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/language.py"/>
        <source>No installed font has Chinese characters (没有中文字体). Install Noto Sans CJK, as the package fonts-noto-cjk, and start again.</source>
        <translation>没有中文字体 (no installed font has Chinese characters)。安装 Noto Sans CJK（软件包 fonts-noto-cjk），然后重新启动。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Back to defaults</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Comma 1,000</source>
        <translation>逗号 1,000</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Digits</source>
        <translation>位数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Fewer</source>
        <translation>较少</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Full</source>
        <translation>完整</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Minus</source>
        <translation>负号</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>More</source>
        <translation>较多</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>None 1000</source>
        <translation>无 1000</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Numbers look so</source>
        <translation>数字示例</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Plain -</source>
        <translation>普通 -</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Reduced</source>
        <translation>减少</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Space 1 000</source>
        <translation>空格 1 000</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Thousands</source>
        <translation>千位</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Typographic −</source>
        <translation>印刷 −</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/recent.py"/>
        <source>No longer in {folder}</source>
        <translation>已不在 {folder}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/recent.py"/>
        <source>Nothing opened yet</source>
        <translation>还没有打开过文件</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/sample_commands.py"/>
        <source>Mix with a sample, its share λ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/sample_commands.py"/>
        <source>Smooth the targets by ε</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>Copied {letters} letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>Paste it into any loss explorer (Ctrl+V), and this sample is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>QR image of the state code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>Save QR image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>Save QR image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>Save the study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>Share as code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>State code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>Too long for a QR image: {letters} letters, allowed are {most}. The code still works as text; so does the study&apos;s file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>{letters} letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>{name} is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_commands.py"/>
        <source>Copied the state code, {letters} letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_commands.py"/>
        <source>The picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_commands.py"/>
        <source>the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>Framework</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>Reproduce as code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>Runs by itself and prints the values and gradients shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>Save as .py…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>Save the script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>Script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>Go on, without the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>Paused: the arrays of the script were changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>Paused: the descent begins at the arrays as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>Stay paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>The script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>What the script sent cannot be shown: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>live from script, update {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>nothing more comes from the script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>script paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>script paused, newer arrays wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>B or ., W or ,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>Ctrl+Z, Ctrl+Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>Digits, then Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>Page Down, →, Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>Page Up, ←, Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>Tab, then arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>black, white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>first step, last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>full screen, leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>light or dark, language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>move a handle; Esc gives the keys back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>speaker view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>step before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>step of that number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>the step as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>undo, redo what was changed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/presenter.py"/>
        <source>Slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Larger notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Smaller notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Speaker view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <location filename="../../explorer/ui/stage/stage.py"/>
        <source>The end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>The study itself is on stage; it has no notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/stage.py"/>
        <source>There is no such step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Caption of step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Cards of step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Duplicate step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Go to step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Go to the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Move step {number} to {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>New story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Notes of step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Record step {number} of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Remove step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Remove the story “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Rename the story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Slider of step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Step {number} has other classes: its table takes the place of this one. Undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Time of step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Title of step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Update step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>Open a story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>Open the story “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>Save the story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>{name} is no story: it is not written in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>{name} was not opened: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>{name} was not saved: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/table_commands.py"/>
        <source>Choose targets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>Drop a table</source>
        <translation>拖入表格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>NumPy on cpu</source>
        <translation>NumPy，cpu</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>Population</source>
        <translation>群体</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>Undo: {step}</source>
        <translation>撤销：{step}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>dropped text</source>
        <translation>拖入的文本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>edit to paint {time} ms</source>
        <translation>编辑到绘制 {time} ms</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>nat, sum over classes</source>
        <translation>nat，对类别求和</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>sample {number} of {samples}</source>
        <translation>样本 {number} / {samples}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>{name}, {number} of {samples}</source>
        <translation>{name}，{number} / {samples}</translation>
    </message>
</context>
</TS>
