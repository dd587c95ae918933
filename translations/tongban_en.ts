<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>tongban::ui::CasePage</name>
        <message>
            <source>Case</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>No case is chosen. Choose one in the list, or press / and type its number.</source>
            <translation>No case is chosen. Choose one in the list, or press / and type its number.</translation>
        </message>
        <message>
            <source>The decision and its reasons</source>
            <translation>The decision and its reasons</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>Limits</translation>
        </message>
        <message>
            <source>Every act on this case</source>
            <translation>Every act on this case</translation>
        </message>
        <message>
            <source>%1, %2. Received %3 through %4, external number %5.</source>
            <translation>%1, %2. Received %3 through %4, external number %5.</translation>
        </message>
        <message>
            <source>Looks like the earlier case %1.</source>
            <translation>Looks like the earlier case %1.</translation>
        </message>
        <message>
            <source>People decide this item; no rules were applied.</source>
            <translation>People decide this item; no rules were applied.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ClockPanel</name>
        <message>
            <source>Show the days of this limit</source>
            <translation>Show the days of this limit</translation>
        </message>
        <message>
            <source>This limit ends on the day it begins; there are no days to count.</source>
            <translation>This limit ends on the day it begins; there are no days to count.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ClockWords</name>
        <message>
            <source>To accept or give notice</source>
            <translation>To accept or give notice</translation>
        </message>
        <message>
            <source>For the applicant to supplement</source>
            <translation>For the applicant to supplement</translation>
        </message>
        <message>
            <source>For documents to follow</source>
            <translation>For documents to follow</translation>
        </message>
        <message>
            <source>To decide, legal limit</source>
            <translation>To decide, legal limit</translation>
        </message>
        <message>
            <source>To decide, promised limit</source>
            <translation>To decide, promised limit</translation>
        </message>
        <message>
            <source>This step, legal limit</source>
            <translation>This step, legal limit</translation>
        </message>
        <message>
            <source>This step, promised limit</source>
            <translation>This step, promised limit</translation>
        </message>
        <message>
            <source>To deliver</source>
            <translation>To deliver</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>stopped</translation>
        </message>
        <message>
            <source> (provisional)</source>
            <translation> (provisional)</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) late, %1</source>
            <translation>
                <numerusform>%n day late, %1</numerusform>
                <numerusform>%n days late, %1</numerusform>
            </translation>
        </message>
        <message>
            <source>due today, %1</source>
            <translation>due today, %1</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left, %1</source>
            <translation>
                <numerusform>%n day left, %1</numerusform>
                <numerusform>%n days left, %1</numerusform>
            </translation>
        </message>
        <message>
            <source>day %1</source>
            <translation>day %1</translation>
        </message>
        <message>
            <source>day %1, a weekend day that is worked</source>
            <translation>day %1, a weekend day that is worked</translation>
        </message>
        <message>
            <source>weekend, not counted</source>
            <translation>weekend, not counted</translation>
        </message>
        <message>
            <source>%1, not counted</source>
            <translation>%1, not counted</translation>
        </message>
        <message>
            <source>excluded by %1</source>
            <translation>excluded by %1</translation>
        </message>
        <message>
            <source>moved to this working day</source>
            <translation>moved to this working day</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CommandPalette</name>
        <message>
            <source>Commands</source>
            <translation>Commands</translation>
        </message>
        <message>
            <source>Words of the command</source>
            <translation>Words of the command</translation>
        </message>
        <message>
            <source>Type a few words of a command</source>
            <translation>Type a few words of a command</translation>
        </message>
        <message>
            <source>Commands found</source>
            <translation>Commands found</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::DeadlineStrip</name>
        <message>
            <source>Deadline day by day</source>
            <translation>Deadline day by day</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::DueText</name>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>%n day late</numerusform>
                <numerusform>%n days late</numerusform>
            </translation>
        </message>
        <message>
            <source>due today</source>
            <translation>due today</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>%n day left</numerusform>
                <numerusform>%n days left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ErrorText</name>
        <message>
            <source>That cannot be read. Check what was entered; nothing was changed.</source>
            <translation>That cannot be read. Check what was entered; nothing was changed.</translation>
        </message>
        <message>
            <source>There is nothing by that name or number. Check it and try again.</source>
            <translation>There is nothing by that name or number. Check it and try again.</translation>
        </message>
        <message>
            <source>Somebody else was first, or the clock is wrong. Nothing was changed; load anew and look again.</source>
            <translation>Somebody else was first, or the clock is wrong. Nothing was changed; load anew and look again.</translation>
        </message>
        <message>
            <source>It cannot be reached just now. Nothing was lost; try again shortly.</source>
            <translation>It cannot be reached just now. Nothing was lost; try again shortly.</translation>
        </message>
        <message>
            <source>The data is damaged. Stop working on it, keep the folder as it is and call support.</source>
            <translation>The data is damaged. Stop working on it, keep the folder as it is and call support.</translation>
        </message>
        <message>
            <source>You have no right to that here. Nothing was changed.</source>
            <translation>You have no right to that here. Nothing was changed.</translation>
        </message>
        <message>
            <source>A defect of the program. What was saved is kept; report the code to support.</source>
            <translation>A defect of the program. What was saved is kept; report the code to support.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::EventTable</name>
        <message>
            <source>Every act on this case</source>
            <translation>Every act on this case</translation>
        </message>
        <message>
            <source>When</source>
            <translation>When</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>Act</translation>
        </message>
        <message>
            <source>By</source>
            <translation>By</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>Basis</translation>
        </message>
        <message>
            <source>Chain</source>
            <translation>Chain</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::MainWindow</name>
        <message>
            <source>Tongban</source>
            <translation>Tongban</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>&amp;Go</translation>
        </message>
        <message>
            <source>Next case</source>
            <translation>Next case</translation>
        </message>
        <message>
            <source>Previous case</source>
            <translation>Previous case</translation>
        </message>
        <message>
            <source>To the list</source>
            <translation>To the list</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>Load anew</source>
            <translation>Load anew</translation>
        </message>
        <message>
            <source>All commands</source>
            <translation>All commands</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Quit</translation>
        </message>
        <message>
            <source>Demonstration, made-up data</source>
            <translation>Demonstration, made-up data</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>In service, this machine only</source>
            <translation>In service, this machine only</translation>
        </message>
        <message>
            <source>%1 [%2]</source>
            <translation>%1 [%2]</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::MessageLog</name>
        <message>
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>Messages, the newest first</source>
            <translation>Messages, the newest first</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::QueueModel</name>
        <message>
            <source>Limit</source>
            <translation>Limit</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>Case number</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>Applicant</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Why not automatic</source>
            <translation>Why not automatic</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Received</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::QueueScreen</name>
        <message>
            <source>&amp;List</source>
            <translation>&amp;List</translation>
        </message>
        <message>
            <source>List</source>
            <translation>List</translation>
        </message>
        <message>
            <source>Waiting for people</source>
            <translation>Waiting for people</translation>
        </message>
        <message>
            <source>Waiting for the rules</source>
            <translation>Waiting for the rules</translation>
        </message>
        <message>
            <source>Waiting for a source</source>
            <translation>Waiting for a source</translation>
        </message>
        <message>
            <source>Waiting for the applicant</source>
            <translation>Waiting for the applicant</translation>
        </message>
        <message>
            <source>To be delivered</source>
            <translation>To be delivered</translation>
        </message>
        <message>
            <source>All cases, newest first</source>
            <translation>All cases, newest first</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>Case number, ID number or credit code, then Enter</source>
            <translation>Case number, ID number or credit code, then Enter</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Cases</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 of %2</translation>
        </message>
        <message>
            <source>%1 of ...</source>
            <translation>%1 of ...</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ReasonWords</name>
        <message>
            <source>asked for a person</source>
            <translation>asked for a person</translation>
        </message>
        <message>
            <source>looks like an earlier case</source>
            <translation>looks like an earlier case</translation>
        </message>
        <message>
            <source>item decided by people</source>
            <translation>item decided by people</translation>
        </message>
        <message>
            <source>outside our power</source>
            <translation>outside our power</translation>
        </message>
        <message>
            <source>main documents missing</source>
            <translation>main documents missing</translation>
        </message>
        <message>
            <source>a source has not answered</source>
            <translation>a source has not answered</translation>
        </message>
        <message>
            <source>cannot be established</source>
            <translation>cannot be established</translation>
        </message>
        <message>
            <source>finding %1</source>
            <translation>finding %1</translation>
        </message>
        <message>
            <source>rules would refuse</source>
            <translation>rules would refuse</translation>
        </message>
        <message>
            <source>rules came to no conclusion</source>
            <translation>rules came to no conclusion</translation>
        </message>
        <message>
            <source>conclusion does not fit</source>
            <translation>conclusion does not fit</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ViewMenu</name>
        <message>
            <source>&amp;View</source>
            <translation>&amp;View</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Eye care (pale green)</source>
            <translation>Eye care (pale green)</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>High contrast</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Larger text</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Smaller text</translation>
        </message>
        <message>
            <source>Normal text</source>
            <translation>Normal text</translation>
        </message>
    </context>
</TS>
