<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>loss explorer</name>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>logit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/cli/open.py"/>
        <source>no display (DISPLAY and WAYLAND_DISPLAY are not set): the losses as a table instead of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
