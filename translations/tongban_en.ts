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
            <source>%1, %2,</source>
            <translation>%1, %2,</translation>
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
        <message>
            <source>To put right</source>
            <translation>To put right</translation>
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
        <message>
            <source>(not now: %1)</source>
            <translation>(not now: %1)</translation>
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
        <message>
            <source>clock stopped</source>
            <translation>clock stopped</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>no limit</translation>
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
        <message>
            <source>It cannot be reached or written just now: another program has it, the line is down or the disk is full. Nothing was lost; see to that and do it again.</source>
            <translation>It cannot be reached or written just now: another program has it, the line is down or the disk is full. Nothing was lost; see to that and do it again.</translation>
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
            <source>Reason and basis</source>
            <translation>Reason and basis</translation>
        </message>
        <message>
            <source>(Enter shows what was on the screen)</source>
            <translation>(Enter shows what was on the screen)</translation>
        </message>
        <message>
            <source>Place in the chain: %1</source>
            <translation>Place in the chain: %1</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Done at this desktop; the centre has not confirmed it yet.</source>
            <translation>Done at this desktop; the centre has not confirmed it yet.</translation>
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
            <source>Search from anywhere</source>
            <translation>Search from anywhere</translation>
        </message>
        <message>
            <source>&amp;Case</source>
            <translation>&amp;Case</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Sign out</translation>
        </message>
        <message>
            <source>Screens</source>
            <translation>Screens</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
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
            <source>%1: by %2, the nearer of the legal and the promised limit, in working days.</source>
            <translation>%1: by %2, the nearer of the legal and the promised limit, in working days.</translation>
        </message>
        <message>
            <source>%1 works on it since %2.</source>
            <translation>%1 works on it since %2.</translation>
        </message>
        <message>
            <source>%1 works on it at another desktop.</source>
            <translation>%1 works on it at another desktop.</translation>
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
            <source>Cases</source>
            <translation>Cases</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 of %2</translation>
        </message>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>%n found</numerusform>
                <numerusform>%n found</numerusform>
            </translation>
        </message>
        <message>
            <source>Kept as &quot;%1&quot; among your lists.</source>
            <translation>Kept as &quot;%1&quot; among your lists.</translation>
        </message>
        <message>
            <source>No longer kept: &quot;%1&quot;.</source>
            <translation>No longer kept: &quot;%1&quot;.</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) (F5 loads them)</source>
            <translation>
                <numerusform>%n change (F5 loads them)</numerusform>
                <numerusform>%n changes (F5 loads them)</numerusform>
            </translation>
        </message>
        <message>
            <source>Searched: case number, name and its pinyin initials, ID or credit code, plate, channel&apos;s number.</source>
            <translation>Searched: case number, name and its pinyin initials, ID or credit code, plate, channel&apos;s number.</translation>
        </message>
        <message numerus="yes">
            <source>Names of %n case(s) are not searched yet.</source>
            <translation>
                <numerusform>Names of %n case are not searched yet.</numerusform>
                <numerusform>Names of %n cases are not searched yet.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the newest %n of more</source>
            <translation>
                <numerusform>the newest %n of more</numerusform>
                <numerusform>the newest %n of more</numerusform>
            </translation>
        </message>
        <message>
            <source>No filter</source>
            <translation>No filter</translation>
        </message>
        <message>
            <source>Filter: %1</source>
            <translation>Filter: %1</translation>
        </message>
        <message>
            <source>%1 in all</source>
            <translation>%1 in all</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Clear the filter</source>
            <translation>Clear the filter</translation>
        </message>
        <message>
            <source>Remove this kept list</source>
            <translation>Remove this kept list</translation>
        </message>
        <message>
            <source>Received, not accepted yet</source>
            <translation>Received, not accepted yet</translation>
        </message>
        <message>
            <source>Appointments</source>
            <translation>Appointments</translation>
        </message>
        <message>
            <source>Pre-reviews</source>
            <translation>Pre-reviews</translation>
        </message>
        <message>
            <source>Case number or its middle, part of a name or its pinyin initials, ID or credit code, plate, channel&apos;s number; then Enter</source>
            <translation>Case number or its middle, part of a name or its pinyin initials, ID or credit code, plate, channel&apos;s number; then Enter</translation>
        </message>
        <message>
            <source>Filter (%1)</source>
            <translation>Filter (%1)</translation>
        </message>
        <message>
            <source>Clear (%1)</source>
            <translation>Clear (%1)</translation>
        </message>
        <message>
            <source>%1; %2; %3.</source>
            <translation>%1; %2; %3.</translation>
        </message>
        <message>
            <source>Export the list</source>
            <translation>Export the list</translation>
        </message>
        <message>
            <source>Claim the whole list...</source>
            <translation>Claim the whole list...</translation>
        </message>
        <message>
            <source>Put the whole list back...</source>
            <translation>Put the whole list back...</translation>
        </message>
        <message>
            <source>Print receipts for the whole list...</source>
            <translation>Print receipts for the whole list...</translation>
        </message>
        <message>
            <source>Number, name, ID, plate; Enter</source>
            <translation>Number, name, ID, plate; Enter</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ReasonWords</name>
        <message>
            <source>The centre did not take this case in; it is kept here for its files. See the acts of this desktop.</source>
            <translation>The centre did not take this case in; it is kept here for its files. See the acts of this desktop.</translation>
        </message>
        <message>
            <source>A file was put to the case.</source>
            <translation>A file was put to the case.</translation>
        </message>
        <message>
            <source>A file was put to document %1.</source>
            <translation>A file was put to document %1.</translation>
        </message>
        <message>
            <source>The application says so.</source>
            <translation>The application says so.</translation>
        </message>
        <message>
            <source>A member of the staff took it over.</source>
            <translation>A member of the staff took it over.</translation>
        </message>
        <message>
            <source>The applicant asked for a person to decide.</source>
            <translation>The applicant asked for a person to decide.</translation>
        </message>
        <message>
            <source>It looks like an earlier case of the same applicant.</source>
            <translation>It looks like an earlier case of the same applicant.</translation>
        </message>
        <message>
            <source>The item has no rules; people decide it.</source>
            <translation>The item has no rules; people decide it.</translation>
        </message>
        <message>
            <source>This office does not decide the item in that district.</source>
            <translation>This office does not decide the item in that district.</translation>
        </message>
        <message>
            <source>Main documents are missing.</source>
            <translation>Main documents are missing.</translation>
        </message>
        <message>
            <source>A source has not answered yet.</source>
            <translation>A source has not answered yet.</translation>
        </message>
        <message>
            <source>Something cannot be established without a person.</source>
            <translation>Something cannot be established without a person.</translation>
        </message>
        <message>
            <source>The rules found something (%1).</source>
            <translation>The rules found something (%1).</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>The rules would refuse, and only people refuse.</source>
            <translation>The rules would refuse, and only people refuse.</translation>
        </message>
        <message>
            <source>The rules came to no conclusion.</source>
            <translation>The rules came to no conclusion.</translation>
        </message>
        <message>
            <source>The conclusion of the rules does not fit what they found.</source>
            <translation>The conclusion of the rules does not fit what they found.</translation>
        </message>
        <message>
            <source>It was taken in long after the stated day of receipt; a person finds out the true day.</source>
            <translation>It was taken in long after the stated day of receipt; a person finds out the true day.</translation>
        </message>
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
        <message>
            <source>taken over by staff</source>
            <translation>taken over by staff</translation>
        </message>
        <message>
            <source>taken in late</source>
            <translation>taken in late</translation>
        </message>
        <message>
            <source>not taken in by the centre</source>
            <translation>not taken in by the centre</translation>
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
        <message>
            <source>As the system</source>
            <translation>As the system</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::EntryForm</name>
        <message>
            <source>The applicant wants a &amp;person to decide</source>
            <translation>The applicant wants a &amp;person to decide</translation>
        </message>
        <message>
            <source>The applicant wants a person to decide</source>
            <translation>The applicant wants a person to decide</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Enterprise</source>
            <translation>Enterprise</translation>
        </message>
        <message>
            <source>&amp;Applicant</source>
            <translation>&amp;Applicant</translation>
        </message>
        <message>
            <source>I&amp;D number or credit code</source>
            <translation>I&amp;D number or credit code</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>P&amp;hone</source>
            <translation>P&amp;hone</translation>
        </message>
        <message>
            <source>Di&amp;strict</source>
            <translation>Di&amp;strict</translation>
        </message>
        <message>
            <source>(not stated)</source>
            <translation>(not stated)</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <source>main</source>
            <translation>main</translation>
        </message>
        <message>
            <source>minor, may follow</source>
            <translation>minor, may follow</translation>
        </message>
        <message>
            <source>not asked for</source>
            <translation>not asked for</translation>
        </message>
        <message>
            <source>delivered by shared data</source>
            <translation>delivered by shared data</translation>
        </message>
        <message>
            <source>%1. %2 (%3)</source>
            <translation>%1. %2 (%3)</translation>
        </message>
        <message>
            <source>Shared data or the licence store delivers this document; paper is not asked for.</source>
            <translation>Shared data or the licence store delivers this document; paper is not asked for.</translation>
        </message>
        <message>
            <source>Documents received</source>
            <translation>Documents received</translation>
        </message>
        <message>
            <source>The applicant p&amp;romises instead of proving</source>
            <translation>The applicant p&amp;romises instead of proving</translation>
        </message>
        <message>
            <source>&amp;Minor documents are to follow</source>
            <translation>&amp;Minor documents are to follow</translation>
        </message>
        <message>
            <source>The applicant promises instead of proving</source>
            <translation>The applicant promises instead of proving</translation>
        </message>
        <message>
            <source>Minor documents are to follow</source>
            <translation>Minor documents are to follow</translation>
        </message>
        <message>
            <source>The item does not offer a promise, or it is a matter of safety.</source>
            <translation>The item does not offer a promise, or it is a matter of safety.</translation>
        </message>
        <message>
            <source>The item has no minor documents; main ones may not follow.</source>
            <translation>The item has no minor documents; main ones may not follow.</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Application</translation>
        </message>
        <message>
            <source>For a look beforehand (pre-review)</source>
            <translation>For a look beforehand (pre-review)</translation>
        </message>
        <message>
            <source>Appointment</source>
            <translation>Appointment</translation>
        </message>
        <message>
            <source>Hand&amp;ed in as</source>
            <translation>Hand&amp;ed in as</translation>
        </message>
        <message>
            <source>Ask for paper</source>
            <translation>Ask for paper</translation>
        </message>
        <message>
            <source>Why paper is asked for: %1</source>
            <translation>Why paper is asked for: %1</translation>
        </message>
        <message>
            <source>Ask for paper: %1</source>
            <translation>Ask for paper: %1</translation>
        </message>
        <message>
            <source>Write the reason first.</source>
            <translation>Write the reason first.</translation>
        </message>
        <message>
            <source>From: %1, as of %2</source>
            <translation>From: %1, as of %2</translation>
        </message>
        <message>
            <source>Typed at the counter; %1 says: %2</source>
            <translation>Typed at the counter; %1 says: %2</translation>
        </message>
        <message>
            <source>Why on paper?</source>
            <translation>Why on paper?</translation>
        </message>
        <message>
            <source>Ask for paper…</source>
            <translation>Ask for paper…</translation>
        </message>
        <message>
            <source>Say why paper is asked for: %1</source>
            <translation>Say why paper is asked for: %1</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::IntakeScreen</name>
        <message>
            <source>Take in (Ctrl+Enter)</source>
            <translation>Take in (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Print the receipt (Ctrl+P)</source>
            <translation>Print the receipt (Ctrl+P)</translation>
        </message>
        <message>
            <source>New application</source>
            <translation>New application</translation>
        </message>
        <message>
            <source>What registers say</source>
            <translation>What registers say</translation>
        </message>
        <message>
            <source>Earlier cases</source>
            <translation>Earlier cases</translation>
        </message>
        <message>
            <source>Choose a permit item first.</source>
            <translation>Choose a permit item first.</translation>
        </message>
        <message>
            <source>There is a receipt once the application is taken in.</source>
            <translation>There is a receipt once the application is taken in.</translation>
        </message>
        <message>
            <source>The unfinished entry is here again.</source>
            <translation>The unfinished entry is here again.</translation>
        </message>
        <message>
            <source>%1 Promised within %2 working days.</source>
            <translation>%1 Promised within %2 working days.</translation>
        </message>
        <message>
            <source>%1, received %2, by way of %3</source>
            <translation>%1, received %2, by way of %3</translation>
        </message>
        <message>
            <source>The same applicant has open cases for this item:</source>
            <translation>The same applicant has open cases for this item:</translation>
        </message>
        <message>
            <source>%1: on record, as of %2</source>
            <translation>%1: on record, as of %2</translation>
        </message>
        <message>
            <source>Shared data about this applicant:</source>
            <translation>Shared data about this applicant:</translation>
        </message>
        <message>
            <source>Use the registered name %1 (Ctrl+U)</source>
            <translation>Use the registered name %1 (Ctrl+U)</translation>
        </message>
        <message>
            <source>Not taken in. What was typed is still here and is kept.</source>
            <translation>Not taken in. What was typed is still here and is kept.</translation>
        </message>
        <message numerus="yes">
            <source>Not taken in: %n field(s) have to be put right.</source>
            <translation>
                <numerusform>Not taken in: %n field has to be put right.</numerusform>
                <numerusform>Not taken in: %n fields have to be put right.</numerusform>
            </translation>
        </message>
        <message>
            <source>Received as %1. It is not accepted yet.</source>
            <translation>Received as %1. It is not accepted yet.</translation>
        </message>
        <message>
            <source>Looks like the earlier case %1.</source>
            <translation>Looks like the earlier case %1.</translation>
        </message>
        <message>
            <source>This account may not print papers.</source>
            <translation>This account may not print papers.</translation>
        </message>
        <message>
            <source>The receipt is in %1.</source>
            <translation>The receipt is in %1.</translation>
        </message>
        <message>
            <source>What you type cannot be written to the disk at present [%1]. It is all still here; make room on the disk, and it is written by itself.</source>
            <translation>What you type cannot be written to the disk at present [%1]. It is all still here; make room on the disk, and it is written by itself.</translation>
        </message>
        <message>
            <source>The receipt goes to the printer %1; a copy is in %2.</source>
            <translation>The receipt goes to the printer %1; a copy is in %2.</translation>
        </message>
        <message>
            <source>Not taken in: say why paper is asked for that shared data delivers.</source>
            <translation>Not taken in: say why paper is asked for that shared data delivers.</translation>
        </message>
        <message>
            <source>There is no receipt yet: the font of documents, a template or the disk is not in order [%1]. The application is taken in and kept; print it again when that is put right.</source>
            <translation>There is no receipt yet: the font of documents, a template or the disk is not in order [%1]. The application is taken in and kept; print it again when that is put right.</translation>
        </message>
        <message>
            <source>Not taken in. What was typed is still here.</source>
            <translation>Not taken in. What was typed is still here.</translation>
        </message>
        <message>
            <source>Not taken in: the disk takes nothing at present. What was typed is still here; make room on the disk and send it again.</source>
            <translation>Not taken in: the disk takes nothing at present. What was typed is still here; make room on the disk and send it again.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ItemChooser</name>
        <message>
            <source>Permit &amp;item</source>
            <translation>Permit &amp;item</translation>
        </message>
        <message>
            <source>Permit item</source>
            <translation>Permit item</translation>
        </message>
        <message>
            <source>Part of the name, or the code; Enter takes it</source>
            <translation>Part of the name, or the code; Enter takes it</translation>
        </message>
        <message>
            <source>Items that fit</source>
            <translation>Items that fit</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ProblemWords</name>
        <message>
            <source>Has to be filled in.</source>
            <translation>Has to be filled in.</translation>
        </message>
        <message>
            <source>The check character does not fit: a character is wrong, or two have changed places.</source>
            <translation>The check character does not fit: a character is wrong, or two have changed places.</translation>
        </message>
        <message>
            <source>Is not written as such a number is written.</source>
            <translation>Is not written as such a number is written.</translation>
        </message>
        <message>
            <source>Is too long.</source>
            <translation>Is too long.</translation>
        </message>
        <message>
            <source>There is no such day. Write 2026-11-23.</source>
            <translation>There is no such day. Write 2026-11-23.</translation>
        </message>
        <message>
            <source>Lies in the future.</source>
            <translation>Lies in the future.</translation>
        </message>
        <message>
            <source>Is not one of the possible values.</source>
            <translation>Is not one of the possible values.</translation>
        </message>
        <message>
            <source>Is not of the kind that is wanted here.</source>
            <translation>Is not of the kind that is wanted here.</translation>
        </message>
        <message>
            <source>Has a character that nobody can see. Type it anew.</source>
            <translation>Has a character that nobody can see. Type it anew.</translation>
        </message>
        <message>
            <source>There is no such permit item today.</source>
            <translation>There is no such permit item today.</translation>
        </message>
        <message>
            <source>This permit item takes no new cases.</source>
            <translation>This permit item takes no new cases.</translation>
        </message>
        <message>
            <source>There is no such district.</source>
            <translation>There is no such district.</translation>
        </message>
        <message>
            <source>Has characters that are broken. Type it anew.</source>
            <translation>Has characters that are broken. Type it anew.</translation>
        </message>
        <message>
            <source>Does not go together with the rest of the form.</source>
            <translation>Does not go together with the rest of the form.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::AccountProblemText</name>
        <message>
            <source>An account name is made of lower-case letters, digits and . _ - @, at most 64.</source>
            <translation>An account name is made of lower-case letters, digits and . _ - @, at most 64.</translation>
        </message>
        <message>
            <source>That account exists already.</source>
            <translation>That account exists already.</translation>
        </message>
        <message>
            <source>Enter the name of the person.</source>
            <translation>Enter the name of the person.</translation>
        </message>
        <message>
            <source>Choose a role of the staff.</source>
            <translation>Choose a role of the staff.</translation>
        </message>
        <message>
            <source>The catalogue has no such body.</source>
            <translation>The catalogue has no such body.</translation>
        </message>
        <message>
            <source>The catalogue has no such hall.</source>
            <translation>The catalogue has no such hall.</translation>
        </message>
        <message>
            <source>The hall has no such window.</source>
            <translation>The hall has no such window.</translation>
        </message>
        <message>
            <source>A password has at least %1 characters.</source>
            <translation>A password has at least %1 characters.</translation>
        </message>
        <message>
            <source>The password may not be the account's name.</source>
            <translation>The password may not be the account's name.</translation>
        </message>
        <message>
            <source>Nobody else could administer this office; make another administrator first.</source>
            <translation>Nobody else could administer this office; make another administrator first.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ActForm</name>
        <message>
            <source>empty = %1</source>
            <translation>empty = %1</translation>
        </message>
        <message>
            <source>such as 2026-12-15</source>
            <translation>such as 2026-12-15</translation>
        </message>
        <message>
            <source>Something else, in your own words</source>
            <translation>Something else, in your own words</translation>
        </message>
        <message>
            <source>What the rules found</source>
            <translation>What the rules found</translation>
        </message>
        <message>
            <source>What the rules found: choose to add it</source>
            <translation>What the rules found: choose to add it</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Nobody</translation>
        </message>
        <message>
            <source>Password of the second person</source>
            <translation>Password of the second person</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ActPanel</name>
        <message>
            <source>Back (Esc)</source>
            <translation>Back (Esc)</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>Act</translation>
        </message>
        <message>
            <source>%1 (Ctrl+Enter)</source>
            <translation>%1 (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>The act is done and kept, but its witness could not be written; tell support.</source>
            <translation>The act is done and kept, but its witness could not be written; tell support.</translation>
        </message>
        <message>
            <source>What you type cannot be written to the disk at present [%1]. It is all still here; make room on the disk, and it is written by itself.</source>
            <translation>What you type cannot be written to the disk at present [%1]. It is all still here; make room on the disk, and it is written by itself.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ActWords</name>
        <message>
            <source>Not in this state (%1).</source>
            <translation>Not in this state (%1).</translation>
        </message>
        <message>
            <source>Not in your role; these may: %1.</source>
            <translation>Not in your role; these may: %1.</translation>
        </message>
        <message>
            <source>Say why.</source>
            <translation>Say why.</translation>
        </message>
        <message>
            <source>Choose or enter the article it rests on.</source>
            <translation>Choose or enter the article it rests on.</translation>
        </message>
        <message>
            <source>Enter the number of the document.</source>
            <translation>Enter the number of the document.</translation>
        </message>
        <message>
            <source>A second person has to sign (%1).</source>
            <translation>A second person has to sign (%1).</translation>
        </message>
        <message>
            <source>Another person than you has to sign.</source>
            <translation>Another person than you has to sign.</translation>
        </message>
        <message>
            <source>That person may not sign this; wanted: %1.</source>
            <translation>That person may not sign this; wanted: %1.</translation>
        </message>
        <message>
            <source>Who proposed the refusal cannot sign it too.</source>
            <translation>Who proposed the refusal cannot sign it too.</translation>
        </message>
        <message>
            <source>Another body decides this here: %1.</source>
            <translation>Another body decides this here: %1.</translation>
        </message>
        <message>
            <source>The clock stands before the last act (%2); set it right first.</source>
            <translation>The clock stands before the last act (%2); set it right first.</translation>
        </message>
        <message>
            <source>Accepted already.</source>
            <translation>Accepted already.</translation>
        </message>
        <message>
            <source>It has to be accepted first.</source>
            <translation>It has to be accepted first.</translation>
        </message>
        <message>
            <source>Choose what is missing or wrong; each needs an article and words.</source>
            <translation>Choose what is missing or wrong; each needs an article and words.</translation>
        </message>
        <message>
            <source>This could have been told the first time; a supervisor has to sign: %1.</source>
            <translation>This could have been told the first time; a supervisor has to sign: %1.</translation>
        </message>
        <message>
            <source>Document %3 is a main one and may not follow later.</source>
            <translation>Document %3 is a main one and may not follow later.</translation>
        </message>
        <message>
            <source>Choose the documents that follow.</source>
            <translation>Choose the documents that follow.</translation>
        </message>
        <message>
            <source>Documents of the conditional acceptance are missing: %1.</source>
            <translation>Documents of the conditional acceptance are missing: %1.</translation>
        </message>
        <message>
            <source>Enter a day such as 2026-12-15.</source>
            <translation>Enter a day such as 2026-12-15.</translation>
        </message>
        <message>
            <source>The day is too early or too late; the bound is %2.</source>
            <translation>The day is too early or too late; the bound is %2.</translation>
        </message>
        <message>
            <source>The item does not offer a promise.</source>
            <translation>The item does not offer a promise.</translation>
        </message>
        <message>
            <source>No promise in matters of safety.</source>
            <translation>No promise in matters of safety.</translation>
        </message>
        <message>
            <source>No promise: bad credit that is not repaired.</source>
            <translation>No promise: bad credit that is not repaired.</translation>
        </message>
        <message>
            <source>The credit record did not answer; try again shortly.</source>
            <translation>The credit record did not answer; try again shortly.</translation>
        </message>
        <message>
            <source>There is no promise.</source>
            <translation>There is no promise.</translation>
        </message>
        <message>
            <source>Extended once already.</source>
            <translation>Extended once already.</translation>
        </message>
        <message>
            <source>At most %3 working days.</source>
            <translation>At most %3 working days.</translation>
        </message>
        <message>
            <source>Suspended already.</source>
            <translation>Suspended already.</translation>
        </message>
        <message>
            <source>Visits so far: %3; say why there is another.</source>
            <translation>Visits so far: %3; say why there is another.</translation>
        </message>
        <message>
            <source>The item is not sent by courier.</source>
            <translation>The item is not sent by courier.</translation>
        </message>
        <message>
            <source>The waybill is wrong.</source>
            <translation>The waybill is wrong.</translation>
        </message>
        <message>
            <source>Enter who took it.</source>
            <translation>Enter who took it.</translation>
        </message>
        <message>
            <source>No parcel is under way.</source>
            <translation>No parcel is under way.</translation>
        </message>
        <message>
            <source>Only what was granted can be revoked.</source>
            <translation>Only what was granted can be revoked.</translation>
        </message>
        <message>
            <source>The text is too long or has invisible characters.</source>
            <translation>The text is too long or has invisible characters.</translation>
        </message>
        <message>
            <source>The limit ran out on %2 and cannot be extended.</source>
            <translation>The limit ran out on %2 and cannot be extended.</translation>
        </message>
        <message>
            <source>Shared data delivers document %3; say why it is asked for on paper.</source>
            <translation>Shared data delivers document %3; say why it is asked for on paper.</translation>
        </message>
        <message>
            <source>Choose the documents that came.</source>
            <translation>Choose the documents that came.</translation>
        </message>
        <message>
            <source>The rules have not looked at the case; say why you decide without.</source>
            <translation>The rules have not looked at the case; say why you decide without.</translation>
        </message>
        <message>
            <source>Your window does not serve this item.</source>
            <translation>Your window does not serve this item.</translation>
        </message>
        <message>
            <source>There is no account %1 that may work here.</source>
            <translation>There is no account %1 that may work here.</translation>
        </message>
        <message>
            <source>The account does not hold that role: %1.</source>
            <translation>The account does not hold that role: %1.</translation>
        </message>
        <message>
            <source>It cannot be done here.</source>
            <translation>It cannot be done here.</translation>
        </message>
        <message>
            <source>W&amp;hat is missing or wrong</source>
            <translation>W&amp;hat is missing or wrong</translation>
        </message>
        <message>
            <source>&amp;Documents</source>
            <translation>&amp;Documents</translation>
        </message>
        <message>
            <source>&amp;Reason</source>
            <translation>&amp;Reason</translation>
        </message>
        <message>
            <source>Le&amp;gal basis</source>
            <translation>Le&amp;gal basis</translation>
        </message>
        <message>
            <source>&amp;Number of the document</source>
            <translation>&amp;Number of the document</translation>
        </message>
        <message>
            <source>&amp;Until</source>
            <translation>&amp;Until</translation>
        </message>
        <message>
            <source>&amp;Working days</source>
            <translation>&amp;Working days</translation>
        </message>
        <message>
            <source>&amp;Why the clock stops</source>
            <translation>&amp;Why the clock stops</translation>
        </message>
        <message>
            <source>Way&amp;bill</source>
            <translation>Way&amp;bill</translation>
        </message>
        <message>
            <source>Taken b&amp;y</source>
            <translation>Taken b&amp;y</translation>
        </message>
        <message>
            <source>&amp;Second person</source>
            <translation>&amp;Second person</translation>
        </message>
        <message>
            <source>The password of the second person is wrong.</source>
            <translation>The password of the second person is wrong.</translation>
        </message>
        <message>
            <source>The account of the second person is disabled.</source>
            <translation>The account of the second person is disabled.</translation>
        </message>
        <message>
            <source>Too many wrong passwords; try again in half a minute.</source>
            <translation>Too many wrong passwords; try again in half a minute.</translation>
        </message>
        <message>
            <source>Hearing</source>
            <translation>Hearing</translation>
        </message>
        <message>
            <source>Tender</source>
            <translation>Tender</translation>
        </message>
        <message>
            <source>Auction</source>
            <translation>Auction</translation>
        </message>
        <message>
            <source>Inspection</source>
            <translation>Inspection</translation>
        </message>
        <message>
            <source>Testing</source>
            <translation>Testing</translation>
        </message>
        <message>
            <source>Quarantine</source>
            <translation>Quarantine</translation>
        </message>
        <message>
            <source>Appraisal</source>
            <translation>Appraisal</translation>
        </message>
        <message>
            <source>Expert review</source>
            <translation>Expert review</translation>
        </message>
        <message>
            <source>%1 works on this case; it has to be put back, or taken over by a supervisor.</source>
            <translation>%1 works on this case; it has to be put back, or taken over by a supervisor.</translation>
        </message>
        <message>
            <source>The suspension runs until %2.</source>
            <translation>The suspension runs until %2.</translation>
        </message>
        <message>
            <source>No bad rating is open.</source>
            <translation>No bad rating is open.</translation>
        </message>
        <message>
            <source>Rated already, on %2.</source>
            <translation>Rated already, on %2.</translation>
        </message>
        <message>
            <source>The level of the rating is missing.</source>
            <translation>The level of the rating is missing.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CasePane</name>
        <message>
            <source>Take back</source>
            <translation>Take back</translation>
        </message>
        <message>
            <source>Done: %1, %2. %3 takes it back.</source>
            <translation>Done: %1, %2. %3 takes it back.</translation>
        </message>
        <message>
            <source>Done: %1, %2.</source>
            <translation>Done: %1, %2.</translation>
        </message>
        <message>
            <source>Taken back: %1.</source>
            <translation>Taken back: %1.</translation>
        </message>
        <message>
            <source>It cannot be taken back any more: %1.</source>
            <translation>It cannot be taken back any more: %1.</translation>
        </message>
        <message>
            <source>Put a file to the case</source>
            <translation>Put a file to the case</translation>
        </message>
        <message>
            <source>Scans and photos (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</source>
            <translation>Scans and photos (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</translation>
        </message>
        <message>
            <source>%1 has %2; at most %3 are taken. Nothing was changed: scan it with 300 dpi, or in several files.</source>
            <translation>%1 has %2; at most %3 are taken. Nothing was changed: scan it with 300 dpi, or in several files.</translation>
        </message>
        <message>
            <source>%1 is empty. Nothing was changed.</source>
            <translation>%1 is empty. Nothing was changed.</translation>
        </message>
        <message>
            <source>%1 is no PDF, JPEG, PNG or TIFF. Nothing was changed.</source>
            <translation>%1 is no PDF, JPEG, PNG or TIFF. Nothing was changed.</translation>
        </message>
        <message>
            <source>The item has no such document. Nothing was changed.</source>
            <translation>The item has no such document. Nothing was changed.</translation>
        </message>
        <message>
            <source>%1 was not put to the case: %2</source>
            <translation>%1 was not put to the case: %2</translation>
        </message>
        <message>
            <source>%1 was put to %2.</source>
            <translation>%1 was put to %2.</translation>
        </message>
        <message>
            <source>%1 cannot be shown here.</source>
            <translation>%1 cannot be shown here.</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>Papers</translation>
        </message>
        <message numerus="yes">
            <source>%n unfinished form(s) are kept: %1</source>
            <translation>
                <numerusform>%n unfinished form are kept: %1</numerusform>
                <numerusform>%n unfinished forms are kept: %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Unfinished here, with what you typed: %1</source>
            <translation>Unfinished here, with what you typed: %1</translation>
        </message>
        <message>
            <source>There is nothing to take back; only what you did last can be.</source>
            <translation>There is nothing to take back; only what you did last can be.</translation>
        </message>
        <message>
            <source>No case is chosen, or it is still being read.</source>
            <translation>No case is chosen, or it is still being read.</translation>
        </message>
        <message>
            <source>As it stood on a day</source>
            <translation>As it stood on a day</translation>
        </message>
        <message>
            <source>%1 cannot be done to %2 as it stands now: %3</source>
            <translation>%1 cannot be done to %2 as it stands now: %3</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::SessionScreen</name>
        <message>
            <source>Sign in as somebody &amp;else</source>
            <translation>Sign in as somebody &amp;else</translation>
        </message>
        <message>
            <source>&amp;Account</source>
            <translation>&amp;Account</translation>
        </message>
        <message>
            <source>&amp;Name of the person</source>
            <translation>&amp;Name of the person</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>&amp;Password</translation>
        </message>
        <message>
            <source>Password a&amp;gain</source>
            <translation>Password a&amp;gain</translation>
        </message>
        <message>
            <source>Tongban</source>
            <translation>Tongban</translation>
        </message>
        <message>
            <source>Opening the workspace.</source>
            <translation>Opening the workspace.</translation>
        </message>
        <message>
            <source>The first account</source>
            <translation>The first account</translation>
        </message>
        <message>
            <source>Nobody can work in this office yet. The first account is its administrator, who adds the others.</source>
            <translation>Nobody can work in this office yet. The first account is its administrator, who adds the others.</translation>
        </message>
        <message>
            <source>Make the account and sign in</source>
            <translation>Make the account and sign in</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Sign in</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>Locked</translation>
        </message>
        <message>
            <source>Everything is where you left it. Enter your password to go on.</source>
            <translation>Everything is where you left it. Enter your password to go on.</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>This office is in service: what is done here is binding.</source>
            <translation>This office is in service: what is done here is binding.</translation>
        </message>
        <message>
            <source>Nothing here is real; everything may be tried.</source>
            <translation>Nothing here is real; everything may be tried.</translation>
        </message>
        <message>
            <source>Practice accounts of the demonstration:</source>
            <translation>Practice accounts of the demonstration:</translation>
        </message>
        <message>
            <source>Account or password is wrong.</source>
            <translation>Account or password is wrong.</translation>
        </message>
        <message>
            <source>This account is disabled; the administrator can enable it.</source>
            <translation>This account is disabled; the administrator can enable it.</translation>
        </message>
        <message numerus="yes">
            <source>Too many wrong passwords; try again in %n second(s).</source>
            <translation>
                <numerusform>Too many wrong passwords; try again in %n second.</numerusform>
                <numerusform>Too many wrong passwords; try again in %n seconds.</numerusform>
            </translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>The two passwords differ.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CounterScreen</name>
        <message>
            <source>Taken in: %1</source>
            <translation>Taken in: %1</translation>
        </message>
        <message>
            <source>The receipt is in %1</source>
            <translation>The receipt is in %1</translation>
        </message>
        <message numerus="yes">
            <source>The rules were applied to %n case(s).</source>
            <translation>
                <numerusform>The rules were applied to %n case.</numerusform>
                <numerusform>The rules were applied to %n cases.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::Desk</name>
        <message>
            <source>&amp;Case</source>
            <translation>&amp;Case</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::Navigation</name>
        <message>
            <source>Your account has none of the roles this needs.</source>
            <translation>Your account has none of the roles this needs.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ScreenTitle</name>
        <message>
            <source>Desk</source>
            <translation>Desk</translation>
        </message>
        <message>
            <source>Counter</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>Items and rules</source>
            <translation>Items and rules</translation>
        </message>
        <message>
            <source>Delivery and visits</source>
            <translation>Delivery and visits</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>Administration</translation>
        </message>
        <message>
            <source>Centre</source>
            <translation>Centre</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::Spoken</name>
        <message>
            <source>Empty the line</source>
            <translation>Empty the line</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ItemList</name>
        <message>
            <source>Search items</source>
            <translation>Search items</translation>
        </message>
        <message>
            <source>Code or words of the name</source>
            <translation>Code or words of the name</translation>
        </message>
        <message>
            <source>Field of work</source>
            <translation>Field of work</translation>
        </message>
        <message>
            <source>All fields</source>
            <translation>All fields</translation>
        </message>
        <message>
            <source>Kind of item</source>
            <translation>Kind of item</translation>
        </message>
        <message>
            <source>All items</source>
            <translation>All items</translation>
        </message>
        <message>
            <source>Taking applications</source>
            <translation>Taking applications</translation>
        </message>
        <message>
            <source>Decided by rules</source>
            <translation>Decided by rules</translation>
        </message>
        <message>
            <source>Decided by people</source>
            <translation>Decided by people</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Cancelled</translation>
        </message>
        <message>
            <source>Transferred</source>
            <translation>Transferred</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>As of</translation>
        </message>
        <message>
            <source>The catalogue, the powers and the rules as they stood on this day.</source>
            <translation>The catalogue, the powers and the rules as they stood on this day.</translation>
        </message>
        <message>
            <source>Permit items</source>
            <translation>Permit items</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Field</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Days</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>Decided by</translation>
        </message>
        <message>
            <source>Working days: promised, and what the law allows at most.</source>
            <translation>Working days: promised, and what the law allows at most.</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>cancelled</translation>
        </message>
        <message>
            <source>transferred</source>
            <translation>transferred</translation>
        </message>
        <message>
            <source>in force</source>
            <translation>in force</translation>
        </message>
        <message>
            <source>rules, version %1</source>
            <translation>rules, version %1</translation>
        </message>
        <message>
            <source>people</source>
            <translation>people</translation>
        </message>
        <message>
            <source>%1 of %2 items, as of %3</source>
            <translation>%1 of %2 items, as of %3</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ItemPage</name>
        <message>
            <source>Cancelled since %1: it takes no new cases.</source>
            <translation>Cancelled since %1: it takes no new cases.</translation>
        </message>
        <message>
            <source>Transferred to society since %1: it takes no new cases here.</source>
            <translation>Transferred to society since %1: it takes no new cases here.</translation>
        </message>
        <message>
            <source>Basis: %1</source>
            <translation>Basis: %1</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>yes</translation>
        </message>
        <message>
            <source>no</source>
            <translation>no</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Field</translation>
        </message>
        <message>
            <source>Halls</source>
            <translation>Halls</translation>
        </message>
        <message>
            <source>city hall</source>
            <translation>city hall</translation>
        </message>
        <message>
            <source>halls of the districts</source>
            <translation>halls of the districts</translation>
        </message>
        <message>
            <source>Power list</source>
            <translation>Power list</translation>
        </message>
        <message>
            <source>Legal basis</source>
            <translation>Legal basis</translation>
        </message>
        <message>
            <source>Holder of the power</source>
            <translation>Holder of the power</translation>
        </message>
        <message>
            <source>%1, in force since %2</source>
            <translation>%1, in force since %2</translation>
        </message>
        <message>
            <source>%1, in force from %2 to %3</source>
            <translation>%1, in force from %2 to %3</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>Decided by</translation>
        </message>
        <message>
            <source>people</source>
            <translation>people</translation>
        </message>
        <message>
            <source>rules “%1”</source>
            <translation>rules “%1”</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>Visits</translation>
        </message>
        <message>
            <source>none is needed</source>
            <translation>none is needed</translation>
        </message>
        <message>
            <source>one at most</source>
            <translation>one at most</translation>
        </message>
        <message>
            <source>Courier</source>
            <translation>Courier</translation>
        </message>
        <message>
            <source>Promise instead of proof</source>
            <translation>Promise instead of proof</translation>
        </message>
        <message>
            <source>Limited number</source>
            <translation>Limited number</translation>
        </message>
        <message>
            <source>Limits in working days</source>
            <translation>Limits in working days</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Step</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>Promised</translation>
        </message>
        <message>
            <source>By law</source>
            <translation>By law</translation>
        </message>
        <message>
            <source>Acceptance</source>
            <translation>Acceptance</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>Delivery</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>In all</translation>
        </message>
        <message>
            <source>shared data</source>
            <translation>shared data</translation>
        </message>
        <message>
            <source>licence store</source>
            <translation>licence store</translation>
        </message>
        <message>
            <source>the applicant sends it</source>
            <translation>the applicant sends it</translation>
        </message>
        <message>
            <source>scanned at the window</source>
            <translation>scanned at the window</translation>
        </message>
        <message>
            <source>not asked for</source>
            <translation>not asked for</translation>
        </message>
        <message>
            <source>Documents (%1)</source>
            <translation>Documents (%1)</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Where it comes from</source>
            <translation>Where it comes from</translation>
        </message>
        <message>
            <source>May it follow</source>
            <translation>May it follow</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>yes, it is minor</source>
            <translation>yes, it is minor</translation>
        </message>
        <message>
            <source>no, it is a main one</source>
            <translation>no, it is a main one</translation>
        </message>
        <message>
            <source>Who could decide cases received on %1</source>
            <translation>Who could decide cases received on %1</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>Body</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>Basis</translation>
        </message>
        <message>
            <source>given by %1</source>
            <translation>given by %1</translation>
        </message>
        <message>
            <source>The item in the catalogue</source>
            <translation>The item in the catalogue</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::RuleHtml</name>
        <message>
            <source>draft</source>
            <translation>draft</translation>
        </message>
        <message>
            <source>published</source>
            <translation>published</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>withdrawn</translation>
        </message>
        <message>
            <source>Version %1, %2, in force from %3 to %4</source>
            <translation>Version %1, %2, in force from %3 to %4</translation>
        </message>
        <message>
            <source>Version %1, %2, in force since %3</source>
            <translation>Version %1, %2, in force since %3</translation>
        </message>
        <message>
            <source>%1 [%2]</source>
            <translation>%1 [%2]</translation>
        </message>
        <message>
            <source>%1 (%2). %3</source>
            <translation>%1 (%2). %3</translation>
        </message>
        <message>
            <source>Signed by %1. Impact assessment: %2.</source>
            <translation>Signed by %1. Impact assessment: %2.</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>Laws: %1</source>
            <translation>Laws: %1</translation>
        </message>
        <message>
            <source>; </source>
            <translation>; </translation>
        </message>
        <message>
            <source>Digest of the model (SHA-256): %1</source>
            <translation>Digest of the model (SHA-256): %1</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>→ %1</source>
            <translation>→ %1</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>Article</translation>
        </message>
        <message>
            <source>any</source>
            <translation>any</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::RulePage</name>
        <message>
            <source>Item, rules, trial</source>
            <translation>Item, rules, trial</translation>
        </message>
        <message>
            <source>Try the values</source>
            <translation>Try the values</translation>
        </message>
        <message>
            <source>Copy all tables</source>
            <translation>Copy all tables</translation>
        </message>
        <message>
            <source>Save the rules as a page to print</source>
            <translation>Save the rules as a page to print</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Rules</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>Try it</translation>
        </message>
        <message>
            <source>Version of the rules</source>
            <translation>Version of the rules</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Table</translation>
        </message>
        <message>
            <source>Number of a past case</source>
            <translation>Number of a past case</translation>
        </message>
        <message>
            <source>Take its &amp;values</source>
            <translation>Take its &amp;values</translation>
        </message>
        <message>
            <source>&amp;Empty the form</source>
            <translation>&amp;Empty the form</translation>
        </message>
        <message>
            <source>Try the values (Ctrl+Enter)</source>
            <translation>Try the values (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Nothing of a trial is kept. What is left empty is something nobody knows; “null” stands for what a record leaves open.</source>
            <translation>Nothing of a trial is kept. What is left empty is something nobody knows; “null” stands for what a record leaves open.</translation>
        </message>
        <message>
            <source>People decide this item; it has no rules.</source>
            <translation>People decide this item; it has no rules.</translation>
        </message>
        <message>
            <source>No version of its rules was in force on %1; people decided then.</source>
            <translation>No version of its rules was in force on %1; people decided then.</translation>
        </message>
        <message numerus="yes">
            <source>%1 (%n row(s))</source>
            <translation>
                <numerusform>%1 (%n row)</numerusform>
                <numerusform>%1 (%n rows)</numerusform>
            </translation>
        </message>
        <message>
            <source>No decision by rules is kept under this number.</source>
            <translation>No decision by rules is kept under this number.</translation>
        </message>
        <message>
            <source>That case was decided by other rules: %1.</source>
            <translation>That case was decided by other rules: %1.</translation>
        </message>
        <message>
            <source>The values of %1, decided by version %2.</source>
            <translation>The values of %1, decided by version %2.</translation>
        </message>
        <message>
            <source>The rules are copied; a spreadsheet takes them as they are.</source>
            <translation>The rules are copied; a spreadsheet takes them as they are.</translation>
        </message>
        <message>
            <source>The rules are in %1; any browser prints the page.</source>
            <translation>The rules are in %1; any browser prints the page.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::RuleTableView</name>
        <message>
            <source>Rules: %1</source>
            <translation>Rules: %1</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>Trial</source>
            <translation>Trial</translation>
        </message>
        <message>
            <source>→ %1</source>
            <translation>→ %1</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>Article</translation>
        </message>
        <message>
            <source>applies</source>
            <translation>applies</translation>
        </message>
        <message>
            <source>does not apply</source>
            <translation>does not apply</translation>
        </message>
        <message>
            <source>does not apply: %1 would have to be “%2”, it is %3</source>
            <translation>does not apply: %1 would have to be “%2”, it is %3</translation>
        </message>
        <message>
            <source>cannot be told</source>
            <translation>cannot be told</translation>
        </message>
        <message>
            <source>cannot be told: %1 is not known</source>
            <translation>cannot be told: %1 is not known</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>any</source>
            <translation>any</translation>
        </message>
        <message>
            <source>%1 [%2]</source>
            <translation>%1 [%2]</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::TrialForm</name>
        <message>
            <source>This cannot be read. %1</source>
            <translation>This cannot be read. %1</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>A real case has it from: %1</source>
            <translation>A real case has it from: %1</translation>
        </message>
        <message>
            <source>A number</source>
            <translation>A number</translation>
        </message>
        <message>
            <source>A day, such as 2026-03-17</source>
            <translation>A day, such as 2026-03-17</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Words</translation>
        </message>
        <message>
            <source>Numbers with commas between</source>
            <translation>Numbers with commas between</translation>
        </message>
        <message>
            <source>Words with commas between</source>
            <translation>Words with commas between</translation>
        </message>
        <message>
            <source>(not known)</source>
            <translation>(not known)</translation>
        </message>
        <message>
            <source>(the record leaves it open)</source>
            <translation>(the record leaves it open)</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::TrialWords</name>
        <message>
            <source>The rules would grant it.</source>
            <translation>The rules would grant it.</translation>
        </message>
        <message>
            <source>The rules would give a one-time notice.</source>
            <translation>The rules would give a one-time notice.</translation>
        </message>
        <message>
            <source>The rules would leave it to a person.</source>
            <translation>The rules would leave it to a person.</translation>
        </message>
        <message>
            <source>The rules would refuse it.</source>
            <translation>The rules would refuse it.</translation>
        </message>
        <message>
            <source>The rules would wait: something they need is not known.</source>
            <translation>The rules would wait: something they need is not known.</translation>
        </message>
        <message>
            <source>Not known and needed: %1.</source>
            <translation>Not known and needed: %1.</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>A trial: nothing of it is kept.</source>
            <translation>A trial: nothing of it is kept.</translation>
        </message>
        <message>
            <source>The rules came to no conclusion with these values.</source>
            <translation>The rules came to no conclusion with these values.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ClaimBar</name>
        <message>
            <source>Claim</source>
            <translation>Claim</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Claim with this reason</source>
            <translation>Claim with this reason</translation>
        </message>
        <message>
            <source>This case waits for nobody.</source>
            <translation>This case waits for nobody.</translation>
        </message>
        <message>
            <source>Nobody works on this case.</source>
            <translation>Nobody works on this case.</translation>
        </message>
        <message>
            <source>You work on this case since %1.</source>
            <translation>You work on this case since %1.</translation>
        </message>
        <message>
            <source>%1 works on this case since %2.</source>
            <translation>%1 works on this case since %2.</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Put back</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Take over</translation>
        </message>
        <message>
            <source>Why do you take this case over?</source>
            <translation>Why do you take this case over?</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) of this kind wait longer. Why this one first?</source>
            <translation>
                <numerusform>%n case of this kind wait longer. Why this one first?</numerusform>
                <numerusform>%n cases of this kind wait longer. Why this one first?</numerusform>
            </translation>
        </message>
        <message>
            <source>Put back: %1</source>
            <translation>Put back: %1</translation>
        </message>
        <message>
            <source>Claimed: %1</source>
            <translation>Claimed: %1</translation>
        </message>
        <message>
            <source>%1 was faster and works on this case.</source>
            <translation>%1 was faster and works on this case.</translation>
        </message>
        <message>
            <source>Only a supervisor takes over; only staff who decide claim.</source>
            <translation>Only a supervisor takes over; only staff who decide claim.</translation>
        </message>
        <message>
            <source>The account may not work here any more.</source>
            <translation>The account may not work here any more.</translation>
        </message>
        <message>
            <source>The applicant is here and waits</source>
            <translation>The applicant is here and waits</translation>
        </message>
        <message>
            <source>Belongs with another case</source>
            <translation>Belongs with another case</translation>
        </message>
        <message>
            <source>Told to by the supervisor</source>
            <translation>Told to by the supervisor</translation>
        </message>
        <message>
            <source>The holder is away</source>
            <translation>The holder is away</translation>
        </message>
        <message>
            <source>%1 works on this case at another desktop, until %2 if it is not put back before.</source>
            <translation>%1 works on this case at another desktop, until %2 if it is not put back before.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ColumnWords</name>
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
        <message>
            <source>In work</source>
            <translation>In work</translation>
        </message>
        <message>
            <source>District</source>
            <translation>District</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Outcome</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::FilterPanel</name>
        <message>
            <source>Limit</source>
            <translation>Limit</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Field</translation>
        </message>
        <message>
            <source>District</source>
            <translation>District</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>In work</source>
            <translation>In work</translation>
        </message>
        <message>
            <source>Why not automatic</source>
            <translation>Why not automatic</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>Received from</source>
            <translation>Received from</translation>
        </message>
        <message>
            <source>Received until</source>
            <translation>Received until</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Name of the filter</source>
            <translation>Name of the filter</translation>
        </message>
        <message>
            <source>Name to keep this filter under</source>
            <translation>Name to keep this filter under</translation>
        </message>
        <message>
            <source>any</source>
            <translation>any</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no day; days look like 2026-01-31.</source>
            <translation>&quot;%1&quot; is no day; days look like 2026-01-31.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::FilterWords</name>
        <message>
            <source>past its limit</source>
            <translation>past its limit</translation>
        </message>
        <message>
            <source>due within %1 working days</source>
            <translation>due within %1 working days</translation>
        </message>
        <message>
            <source>due later</source>
            <translation>due later</translation>
        </message>
        <message>
            <source>no limit runs</source>
            <translation>no limit runs</translation>
        </message>
        <message>
            <source>unified acceptance platform</source>
            <translation>unified acceptance platform</translation>
        </message>
        <message>
            <source>i Shenzhen app</source>
            <translation>i Shenzhen app</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>WeChat</translation>
        </message>
        <message>
            <source>city hall window</source>
            <translation>city hall window</translation>
        </message>
        <message>
            <source>district hall window</source>
            <translation>district hall window</translation>
        </message>
        <message>
            <source>granted</source>
            <translation>granted</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>refused</translation>
        </message>
        <message>
            <source>the rules found something</source>
            <translation>the rules found something</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>nobody</translation>
        </message>
        <message>
            <source>state: %1</source>
            <translation>state: %1</translation>
        </message>
        <message>
            <source>item: %1</source>
            <translation>item: %1</translation>
        </message>
        <message>
            <source>field: %1</source>
            <translation>field: %1</translation>
        </message>
        <message>
            <source>district: %1</source>
            <translation>district: %1</translation>
        </message>
        <message>
            <source>channel: %1</source>
            <translation>channel: %1</translation>
        </message>
        <message>
            <source>limit: %1</source>
            <translation>limit: %1</translation>
        </message>
        <message>
            <source>in work: %1</source>
            <translation>in work: %1</translation>
        </message>
        <message>
            <source>why not automatic: %1</source>
            <translation>why not automatic: %1</translation>
        </message>
        <message>
            <source>outcome: %1</source>
            <translation>outcome: %1</translation>
        </message>
        <message>
            <source>received from %1</source>
            <translation>received from %1</translation>
        </message>
        <message>
            <source>received until %1</source>
            <translation>received until %1</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::QueueTable</name>
        <message>
            <source>Current column to the left</source>
            <translation>Current column to the left</translation>
        </message>
        <message>
            <source>Current column to the right</source>
            <translation>Current column to the right</translation>
        </message>
        <message>
            <source>Usual columns</source>
            <translation>Usual columns</translation>
        </message>
        <message>
            <source>Copy the row</source>
            <translation>Copy the row</translation>
        </message>
        <message>
            <source>Copy the cell</source>
            <translation>Copy the cell</translation>
        </message>
        <message>
            <source>Copy the loaded rows as a table</source>
            <translation>Copy the loaded rows as a table</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Columns</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ExportPanel</name>
        <message>
            <source>Browse...</source>
            <translation>Browse...</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Check a file that came back</source>
            <translation>Check a file that came back</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>What is wrong with the file</source>
            <translation>What is wrong with the file</translation>
        </message>
        <message>
            <source>Exports every row of the list, not only those loaded. %1</source>
            <translation>Exports every row of the list, not only those loaded. %1</translation>
        </message>
        <message>
            <source>cases-%1</source>
            <translation>cases-%1</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) exported to %1</source>
            <translation>
                <numerusform>%n row exported to %1</numerusform>
                <numerusform>%n rows exported to %1</numerusform>
            </translation>
        </message>
        <message>
            <source>The export was cancelled; no file was written.</source>
            <translation>The export was cancelled; no file was written.</translation>
        </message>
        <message>
            <source>Nothing was written: %1</source>
            <translation>Nothing was written: %1</translation>
        </message>
        <message>
            <source>The file cannot be read: %1</source>
            <translation>The file cannot be read: %1</translation>
        </message>
        <message>
            <source>a code was turned into a number by a spreadsheet</source>
            <translation>a code was turned into a number by a spreadsheet</translation>
        </message>
        <message>
            <source>the seal is missing</source>
            <translation>the seal is missing</translation>
        </message>
        <message>
            <source>there is no such case</source>
            <translation>there is no such case</translation>
        </message>
        <message>
            <source>the code is not that of the case</source>
            <translation>the code is not that of the case</translation>
        </message>
        <message>
            <source>the row was changed</source>
            <translation>the row was changed</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s), all as they were written.</source>
            <translation>
                <numerusform>%n row, all as they were written.</numerusform>
                <numerusform>%n rows, all as they were written.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The file is refused: %n row(s) are damaged or changed.</source>
            <translation>
                <numerusform>The file is refused: %n row are damaged or changed.</numerusform>
                <numerusform>The file is refused: %n rows are damaged or changed.</numerusform>
            </translation>
        </message>
        <message>
            <source>and more</source>
            <translation>and more</translation>
        </message>
        <message>
            <source>Row %1, %2: %3</source>
            <translation>Row %1, %2: %3</translation>
        </message>
        <message>
            <source> (%1)</source>
            <translation> (%1)</translation>
        </message>
        <message>
            <source>; right is %1</source>
            <translation>; right is %1</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::BatchPanel</name>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>What comes of each case</source>
            <translation>What comes of each case</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>Case number</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>Applicant</translation>
        </message>
        <message>
            <source>What comes of it</source>
            <translation>What comes of it</translation>
        </message>
        <message>
            <source>Claim the whole list</source>
            <translation>Claim the whole list</translation>
        </message>
        <message>
            <source>Put the whole list back</source>
            <translation>Put the whole list back</translation>
        </message>
        <message>
            <source>Print a receipt for each</source>
            <translation>Print a receipt for each</translation>
        </message>
        <message>
            <source>Folder for the receipts</source>
            <translation>Folder for the receipts</translation>
        </message>
        <message>
            <source>receipts</source>
            <translation>receipts</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Why, where cases of the same kind wait longer</source>
            <translation>Why, where cases of the same kind wait longer</translation>
        </message>
        <message>
            <source>will be done</source>
            <translation>will be done</translation>
        </message>
        <message>
            <source>At most %1 cases at a time: narrow the filter.</source>
            <translation>At most %1 cases at a time: narrow the filter.</translation>
        </message>
        <message>
            <source>%1 of %2 can be done.</source>
            <translation>%1 of %2 can be done.</translation>
        </message>
        <message>
            <source>%1: %2 %3</source>
            <translation>%1: %2 %3</translation>
        </message>
        <message>
            <source>The folder cannot be made: %1</source>
            <translation>The folder cannot be made: %1</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>done</source>
            <translation>done</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>failed</translation>
        </message>
        <message>
            <source>%1: %2 done, %3 not done, %4 not tried.</source>
            <translation>%1: %2 done, %3 not done, %4 not tried.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>%1 works on it</source>
            <translation>%1 works on it</translation>
        </message>
        <message>
            <source>others of this kind wait longer: give a reason</source>
            <translation>others of this kind wait longer: give a reason</translation>
        </message>
        <message>
            <source>waits for nobody</source>
            <translation>waits for nobody</translation>
        </message>
        <message>
            <source>nobody has claimed it</source>
            <translation>nobody has claimed it</translation>
        </message>
        <message>
            <source>not in your role, or not in this state</source>
            <translation>not in your role, or not in this state</translation>
        </message>
        <message>
            <source>there is no receipt of it</source>
            <translation>there is no receipt of it</translation>
        </message>
        <message>
            <source>cannot be done (%1)</source>
            <translation>cannot be done (%1)</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ActPreview</name>
        <message>
            <source>The page as it will be served comes here.</source>
            <translation>The page as it will be served comes here.</translation>
        </message>
        <message>
            <source>The page cannot be shown; the act can be done all the same.</source>
            <translation>The page cannot be shown; the act can be done all the same.</translation>
        </message>
        <message>
            <source>This is served as soon as you press the button.</source>
            <translation>This is served as soon as you press the button.</translation>
        </message>
        <message>
            <source>The page comes here once the form is complete.</source>
            <translation>The page comes here once the form is complete.</translation>
        </message>
        <message>
            <source>Issue the decision to grant</source>
            <translation>Issue the decision to grant</translation>
        </message>
        <message>
            <source>Issue the decision to refuse</source>
            <translation>Issue the decision to refuse</translation>
        </message>
        <message>
            <source>Send the refusal for a second signature</source>
            <translation>Send the refusal for a second signature</translation>
        </message>
        <message>
            <source>Issue the one-time notice</source>
            <translation>Issue the one-time notice</translation>
        </message>
        <message>
            <source>Issue the decision not to accept</source>
            <translation>Issue the decision not to accept</translation>
        </message>
        <message>
            <source>Issue the conditional acceptance</source>
            <translation>Issue the conditional acceptance</translation>
        </message>
        <message>
            <source>Issue the extension</source>
            <translation>Issue the extension</translation>
        </message>
        <message>
            <source>Hand over with the delivery slip</source>
            <translation>Hand over with the delivery slip</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CaseBody</name>
        <message>
            <source>What other authorities say</source>
            <translation>What other authorities say</translation>
        </message>
        <message>
            <source>What was stated</source>
            <translation>What was stated</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Documents</translation>
        </message>
        <message>
            <source>What the rules make of it</source>
            <translation>What the rules make of it</translation>
        </message>
        <message>
            <source>Other cases of the applicant</source>
            <translation>Other cases of the applicant</translation>
        </message>
        <message>
            <source>Fact</source>
            <translation>Fact</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Value</translation>
        </message>
        <message>
            <source>Source and day</source>
            <translation>Source and day</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Field</translation>
        </message>
        <message>
            <source>Where it comes from</source>
            <translation>Where it comes from</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Files</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>Put there</source>
            <translation>Put there</translation>
        </message>
        <message>
            <source>Put a &amp;file to the chosen document…</source>
            <translation>Put a &amp;file to the chosen document…</translation>
        </message>
        <message>
            <source>My own view</source>
            <translation>My own view</translation>
        </message>
        <message>
            <source>My own view first…</source>
            <translation>My own view first…</translation>
        </message>
        <message>
            <source>I would grant</source>
            <translation>I would grant</translation>
        </message>
        <message>
            <source>I would refuse</source>
            <translation>I would refuse</translation>
        </message>
        <message>
            <source>Something is missing</source>
            <translation>Something is missing</translation>
        </message>
        <message>
            <source>I cannot tell yet</source>
            <translation>I cannot tell yet</translation>
        </message>
        <message>
            <source>Why, in a few words</source>
            <translation>Why, in a few words</translation>
        </message>
        <message>
            <source>Condition by condition</source>
            <translation>Condition by condition</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>Article</translation>
        </message>
        <message>
            <source>Not met when</source>
            <translation>Not met when</translation>
        </message>
        <message>
            <source>This case</source>
            <translation>This case</translation>
        </message>
        <message>
            <source>What it means</source>
            <translation>What it means</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Permit item</source>
            <translation>Permit item</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>With a person because: %1</source>
            <translation>With a person because: %1</translation>
        </message>
        <message>
            <source>No other authority is asked for this item.</source>
            <translation>No other authority is asked for this item.</translation>
        </message>
        <message>
            <source>(left open)</source>
            <translation>(left open)</translation>
        </message>
        <message>
            <source>main</source>
            <translation>main</translation>
        </message>
        <message>
            <source>minor</source>
            <translation>minor</translation>
        </message>
        <message>
            <source>paper or file</source>
            <translation>paper or file</translation>
        </message>
        <message>
            <source>SHA-256 %1</source>
            <translation>SHA-256 %1</translation>
        </message>
        <message>
            <source>the case</source>
            <translation>the case</translation>
        </message>
        <message>
            <source>document %1</source>
            <translation>document %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1 by %2, %3. Basis: %4</source>
            <translation>%1 by %2, %3. Basis: %4</translation>
        </message>
        <message>
            <source>the program, by the published rules</source>
            <translation>the program, by the published rules</translation>
        </message>
        <message>
            <source>Reason: %1</source>
            <translation>Reason: %1</translation>
        </message>
        <message>
            <source>The rules: %1</source>
            <translation>The rules: %1</translation>
        </message>
        <message>
            <source>The item has no rules; people decide it.</source>
            <translation>The item has no rules; people decide it.</translation>
        </message>
        <message>
            <source>The applicant asked for a person, so the rules have not looked at this case.</source>
            <translation>The applicant asked for a person, so the rules have not looked at this case.</translation>
        </message>
        <message>
            <source>The item has rules; they have not looked at this case.</source>
            <translation>The item has rules; they have not looked at this case.</translation>
        </message>
        <message>
            <source>Why a person: %1</source>
            <translation>Why a person: %1</translation>
        </message>
        <message>
            <source>Own view noted before: %1</source>
            <translation>Own view noted before: %1</translation>
        </message>
        <message>
            <source>What would change the result:</source>
            <translation>What would change the result:</translation>
        </message>
        <message>
            <source>Rules: %1, SHA-256 %2</source>
            <translation>Rules: %1, SHA-256 %2</translation>
        </message>
        <message>
            <source>Decision and reasons</source>
            <translation>Decision and reasons</translation>
        </message>
        <message>
            <source>First what other authorities say; then 4 once more opens what the rules make of it.</source>
            <translation>First what other authorities say; then 4 once more opens what the rules make of it.</translation>
        </message>
        <message>
            <source>Something speaks against this case: note your own view first.</source>
            <translation>Something speaks against this case: note your own view first.</translation>
        </message>
        <message>
            <source>%1 visits to the hall, %2 allowed</source>
            <translation>%1 visits to the hall, %2 allowed</translation>
        </message>
        <message>
            <source>The rules have looked at this case.</source>
            <translation>The rules have looked at this case.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ActorWords</name>
        <message>
            <source>the city&apos;s unified platform</source>
            <translation>the city&apos;s unified platform</translation>
        </message>
        <message>
            <source>the app i Shenzhen</source>
            <translation>the app i Shenzhen</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>WeChat</translation>
        </message>
        <message>
            <source>the window</source>
            <translation>the window</translation>
        </message>
        <message>
            <source>the district hall</source>
            <translation>the district hall</translation>
        </message>
        <message>
            <source>the program</source>
            <translation>the program</translation>
        </message>
        <message>
            <source>applicant through %1</source>
            <translation>applicant through %1</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CaseWords</name>
        <message>
            <source>%1, as of %2</source>
            <translation>%1, as of %2</translation>
        </message>
        <message>
            <source>%1, answered %2</source>
            <translation>%1, answered %2</translation>
        </message>
        <message>
            <source>stated by the %1, %2</source>
            <translation>stated by the %1, %2</translation>
        </message>
        <message>
            <source>typed at the counter by %1, %2</source>
            <translation>typed at the counter by %1, %2</translation>
        </message>
        <message>
            <source>taken over from %1, as of %2</source>
            <translation>taken over from %1, as of %2</translation>
        </message>
        <message>
            <source>taken over from %1</source>
            <translation>taken over from %1</translation>
        </message>
        <message>
            <source>changed by %1, %2; %3 says: %4</source>
            <translation>changed by %1, %2; %3 says: %4</translation>
        </message>
        <message>
            <source>corrected by %1, %2; before: %3</source>
            <translation>corrected by %1, %2; before: %3</translation>
        </message>
        <message>
            <source>current</source>
            <translation>current</translation>
        </message>
        <message>
            <source>too old</source>
            <translation>too old</translation>
        </message>
        <message>
            <source>no record</source>
            <translation>no record</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>not known</translation>
        </message>
        <message>
            <source>computed</source>
            <translation>computed</translation>
        </message>
        <message>
            <source>is there</source>
            <translation>is there</translation>
        </message>
        <message>
            <source>delivered by shared data</source>
            <translation>delivered by shared data</translation>
        </message>
        <message>
            <source>is missing</source>
            <translation>is missing</translation>
        </message>
        <message>
            <source>follows later</source>
            <translation>follows later</translation>
        </message>
        <message>
            <source>not asked for</source>
            <translation>not asked for</translation>
        </message>
        <message>
            <source>cannot be told</source>
            <translation>cannot be told</translation>
        </message>
        <message>
            <source>met</source>
            <translation>met</translation>
        </message>
        <message>
            <source>applies</source>
            <translation>applies</translation>
        </message>
        <message>
            <source>not met</source>
            <translation>not met</translation>
        </message>
        <message>
            <source>does not apply</source>
            <translation>does not apply</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::PageView</name>
        <message>
            <source>Pages</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>Page %1 of %2</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::PaperList</name>
        <message>
            <source>Papers</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Paper</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>About the act of</source>
            <translation>About the act of</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>Printed</translation>
        </message>
        <message>
            <source>not printed yet</source>
            <translation>not printed yet</translation>
        </message>
        <message numerus="yes">
            <source>%n time(s), last by %1, %2</source>
            <translation>
                <numerusform>%n time, last by %1, %2</numerusform>
                <numerusform>%n times, last by %1, %2</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no paper yet: each states an act.</source>
            <translation>There is no paper yet: each states an act.</translation>
        </message>
        <message>
            <source>&amp;Print</source>
            <translation>&amp;Print</translation>
        </message>
        <message>
            <source>&amp;Print again (marked %1)</source>
            <translation>&amp;Print again (marked %1)</translation>
        </message>
        <message>
            <source>This account may not print papers.</source>
            <translation>This account may not print papers.</translation>
        </message>
        <message>
            <source>%1, reprint %2</source>
            <translation>%1, reprint %2</translation>
        </message>
        <message>
            <source>Paper %1 is in %2; there is no printer here.</source>
            <translation>Paper %1 is in %2; there is no printer here.</translation>
        </message>
        <message>
            <source>Paper %1 goes to the printer %2; a copy is in %3.</source>
            <translation>Paper %1 goes to the printer %2; a copy is in %3.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::SeenDialog</name>
        <message>
            <source>As it was seen</source>
            <translation>As it was seen</translation>
        </message>
        <message>
            <source>%1 saw this page of %2 (%3). It is kept with the act and cannot be changed.</source>
            <translation>%1 saw this page of %2 (%3). It is kept with the act and cannot be changed.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::DeliveryScreen</name>
        <message>
            <source>Delivery and visits</source>
            <translation>Delivery and visits</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>Delivery</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>Visits</translation>
        </message>
        <message>
            <source>Send: scan the case, then the waybill</source>
            <translation>Send: scan the case, then the waybill</translation>
        </message>
        <message>
            <source>Arrived: scan the waybill</source>
            <translation>Arrived: scan the waybill</translation>
        </message>
        <message>
            <source>Came back: scan the waybill</source>
            <translation>Came back: scan the waybill</translation>
        </message>
        <message>
            <source>Hand over at the window</source>
            <translation>Hand over at the window</translation>
        </message>
        <message>
            <source>Send (F2): the waybill goes to the chosen case</source>
            <translation>Send (F2): the waybill goes to the chosen case</translation>
        </message>
        <message>
            <source>Arrived (F3): the case of the waybill is closed</source>
            <translation>Arrived (F3): the case of the waybill is closed</translation>
        </message>
        <message>
            <source>Came back (F4): the case of the waybill is to be delivered again</source>
            <translation>Came back (F4): the case of the waybill is to be delivered again</translation>
        </message>
        <message>
            <source>Scan or type a case number or a waybill; Enter takes it</source>
            <translation>Scan or type a case number or a waybill; Enter takes it</translation>
        </message>
        <message>
            <source>Who takes it at the window; F6 hands over</source>
            <translation>Who takes it at the window; F6 hands over</translation>
        </message>
        <message>
            <source>&amp;What a waybill means</source>
            <translation>&amp;What a waybill means</translation>
        </message>
        <message>
            <source>&amp;Scan</source>
            <translation>&amp;Scan</translation>
        </message>
        <message>
            <source>&amp;Receiver</source>
            <translation>&amp;Receiver</translation>
        </message>
        <message>
            <source>Results on their way</source>
            <translation>Results on their way</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>Applicant</translation>
        </message>
        <message>
            <source>Permit item</source>
            <translation>Permit item</translation>
        </message>
        <message>
            <source>Where it is</source>
            <translation>Where it is</translation>
        </message>
        <message>
            <source>Nothing waits to be delivered.</source>
            <translation>Nothing waits to be delivered.</translation>
        </message>
        <message>
            <source>There is no case of that number.</source>
            <translation>There is no case of that number.</translation>
        </message>
        <message>
            <source>No parcel has the number %1.</source>
            <translation>No parcel has the number %1.</translation>
        </message>
        <message>
            <source>Scan the case first, then the waybill.</source>
            <translation>Scan the case first, then the waybill.</translation>
        </message>
        <message>
            <source>is with the courier, %1</source>
            <translation>is with the courier, %1</translation>
        </message>
        <message>
            <source>The waybill %1 belongs to %2 already.</source>
            <translation>The waybill %1 belongs to %2 already.</translation>
        </message>
        <message>
            <source>arrived; the case is closed</source>
            <translation>arrived; the case is closed</translation>
        </message>
        <message>
            <source>came back; it has to be delivered again</source>
            <translation>came back; it has to be delivered again</translation>
        </message>
        <message>
            <source>Chosen: %1, %2: %3</source>
            <translation>Chosen: %1, %2: %3</translation>
        </message>
        <message>
            <source>Scan the case first, or choose it in the list.</source>
            <translation>Scan the case first, or choose it in the list.</translation>
        </message>
        <message>
            <source>was handed over to %1</source>
            <translation>was handed over to %1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 %2.</source>
            <translation>%1 %2.</translation>
        </message>
        <message>
            <source>The delivery slip is in %1.</source>
            <translation>The delivery slip is in %1.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::DeliveryWords</name>
        <message>
            <source>Nothing was scanned.</source>
            <translation>Nothing was scanned.</translation>
        </message>
        <message>
            <source>This is neither a case number nor a waybill: it has other characters than letters and digits.</source>
            <translation>This is neither a case number nor a waybill: it has other characters than letters and digits.</translation>
        </message>
        <message>
            <source>This is neither a case number nor a waybill: a waybill has 10 to 20 characters.</source>
            <translation>This is neither a case number nor a waybill: a waybill has 10 to 20 characters.</translation>
        </message>
        <message>
            <source>The check digit of the waybill is wrong: scan it again, or compare what was typed.</source>
            <translation>The check digit of the waybill is wrong: scan it again, or compare what was typed.</translation>
        </message>
        <message>
            <source>with the courier since %1, %2, attempt %3</source>
            <translation>with the courier since %1, %2, attempt %3</translation>
        </message>
        <message>
            <source>came back %1, %2: to be sent or handed over again</source>
            <translation>came back %1, %2: to be sent or handed over again</translation>
        </message>
        <message>
            <source>handed over, closed</source>
            <translation>handed over, closed</translation>
        </message>
        <message>
            <source>to be sent, or handed over at the window</source>
            <translation>to be sent, or handed over at the window</translation>
        </message>
        <message>
            <source>to be handed over at the window</source>
            <translation>to be handed over at the window</translation>
        </message>
        <message>
            <source>not decided yet</source>
            <translation>not decided yet</translation>
        </message>
        <message>
            <source>A document was forgotten</source>
            <translation>A document was forgotten</translation>
        </message>
        <message>
            <source>Something has to be corrected</source>
            <translation>Something has to be corrected</translation>
        </message>
        <message>
            <source>Collects the result</source>
            <translation>Collects the result</translation>
        </message>
        <message>
            <source>Was called in by us</source>
            <translation>Was called in by us</translation>
        </message>
        <message>
            <source>Complaint or question</source>
            <translation>Complaint or question</translation>
        </message>
        <message>
            <source>That cannot be done as the case stands.</source>
            <translation>That cannot be done as the case stands.</translation>
        </message>
        <message>
            <source>Your role may not do that; window clerks may.</source>
            <translation>Your role may not do that; window clerks may.</translation>
        </message>
        <message>
            <source>There were %1 visits already: choose why there is another.</source>
            <translation>There were %1 visits already: choose why there is another.</translation>
        </message>
        <message>
            <source>The item is not sent by courier.</source>
            <translation>The item is not sent by courier.</translation>
        </message>
        <message>
            <source>Enter who takes it.</source>
            <translation>Enter who takes it.</translation>
        </message>
        <message>
            <source>Say why.</source>
            <translation>Say why.</translation>
        </message>
        <message>
            <source>Your window does not serve this item.</source>
            <translation>Your window does not serve this item.</translation>
        </message>
        <message>
            <source>The clock stands before the last act; set it right first.</source>
            <translation>The clock stands before the last act; set it right first.</translation>
        </message>
        <message>
            <source>It was not done (%1).</source>
            <translation>It was not done (%1).</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::VisitPage</name>
        <message>
            <source>More than one visit</source>
            <translation>More than one visit</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>Applicant</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>Visits</translation>
        </message>
        <message>
            <source>Last time</source>
            <translation>Last time</translation>
        </message>
        <message>
            <source>Why again</source>
            <translation>Why again</translation>
        </message>
        <message>
            <source>Case number, identity number or name; Enter looks</source>
            <translation>Case number, identity number or name; Enter looks</translation>
        </message>
        <message>
            <source>(first visit)</source>
            <translation>(first visit)</translation>
        </message>
        <message>
            <source>&amp;Who is here</source>
            <translation>&amp;Who is here</translation>
        </message>
        <message>
            <source>&amp;Case</source>
            <translation>&amp;Case</translation>
        </message>
        <message>
            <source>Why &amp;again</source>
            <translation>Why &amp;again</translation>
        </message>
        <message>
            <source>Check &amp;in</source>
            <translation>Check &amp;in</translation>
        </message>
        <message>
            <source>There is no such case.</source>
            <translation>There is no such case.</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) found. Enter checks in.</source>
            <translation>
                <numerusform>%n case found. Enter checks in.</numerusform>
                <numerusform>%n cases found. Enter checks in.</numerusform>
            </translation>
        </message>
        <message>
            <source>Look for the case first.</source>
            <translation>Look for the case first.</translation>
        </message>
        <message>
            <source>%1 is checked in.</source>
            <translation>%1 is checked in.</translation>
        </message>
        <message>
            <source>%1 of %2 allowed</source>
            <translation>%1 of %2 allowed</translation>
        </message>
        <message>
            <source>Nobody had to come twice.</source>
            <translation>Nobody had to come twice.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::AccountForm</name>
        <message>
            <source>&amp;Account</source>
            <translation>&amp;Account</translation>
        </message>
        <message>
            <source>Name of the &amp;person</source>
            <translation>Name of the &amp;person</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>Roles</translation>
        </message>
        <message>
            <source>Powers of the &amp;body</source>
            <translation>Powers of the &amp;body</translation>
        </message>
        <message>
            <source>&amp;Hall</source>
            <translation>&amp;Hall</translation>
        </message>
        <message>
            <source>&amp;Window</source>
            <translation>&amp;Window</translation>
        </message>
        <message>
            <source>New pass&amp;word</source>
            <translation>New pass&amp;word</translation>
        </message>
        <message>
            <source>Password a&amp;gain</source>
            <translation>Password a&amp;gain</translation>
        </message>
        <message>
            <source>whoever holds the power</source>
            <translation>whoever holds the power</translation>
        </message>
        <message>
            <source>at no window</source>
            <translation>at no window</translation>
        </message>
        <message>
            <source>any</source>
            <translation>any</translation>
        </message>
        <message>
            <source>Choose a hall first.</source>
            <translation>Choose a hall first.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::AccountsPage</name>
        <message>
            <source>Accounts</source>
            <translation>Accounts</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Account</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>Roles</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>Body</translation>
        </message>
        <message>
            <source>Hall</source>
            <translation>Hall</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>Window</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>&amp;New account</source>
            <translation>&amp;New account</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Save</translation>
        </message>
        <message>
            <source>Set new &amp;password</source>
            <translation>Set new &amp;password</translation>
        </message>
        <message>
            <source>&amp;Disable</source>
            <translation>&amp;Disable</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>disabled</source>
            <translation>disabled</translation>
        </message>
        <message>
            <source>practice</source>
            <translation>practice</translation>
        </message>
        <message>
            <source>enabled</source>
            <translation>enabled</translation>
        </message>
        <message>
            <source>&amp;Enable</source>
            <translation>&amp;Enable</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>The two passwords differ.</translation>
        </message>
        <message>
            <source>Account %1 was saved.</source>
            <translation>Account %1 was saved.</translation>
        </message>
        <message>
            <source>Account %1 has a new password.</source>
            <translation>Account %1 has a new password.</translation>
        </message>
        <message>
            <source>Account %1 is enabled.</source>
            <translation>Account %1 is enabled.</translation>
        </message>
        <message>
            <source>Account %1 is disabled.</source>
            <translation>Account %1 is disabled.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::AdministrationScreen</name>
        <message>
            <source>Parts of the administration</source>
            <translation>Parts of the administration</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Accounts</translation>
        </message>
        <message>
            <source>Catalogue</source>
            <translation>Catalogue</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Calendar</translation>
        </message>
        <message>
            <source>Connections</source>
            <translation>Connections</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>Backup</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Changes</translation>
        </message>
        <message>
            <source>Personal data</source>
            <translation>Personal data</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::AuditModel</name>
        <message>
            <source>%1 %2 %3 %4</source>
            <translation>%1 %2 %3 %4</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>As</source>
            <translation>As</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>Act</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Case</translation>
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
            <source>Place in the chain</source>
            <translation>Place in the chain</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::AuditScreen</name>
        <message>
            <source>The record, the latest act first</source>
            <translation>The record, the latest act first</translation>
        </message>
        <message>
            <source>Searching further back…</source>
            <translation>Searching further back…</translation>
        </message>
        <message>
            <source>Who (account)</source>
            <translation>Who (account)</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>Case number</translation>
        </message>
        <message>
            <source>&amp;Act</source>
            <translation>&amp;Act</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>Act</translation>
        </message>
        <message>
            <source>every act</source>
            <translation>every act</translation>
        </message>
        <message>
            <source>From day, 2026-01-31</source>
            <translation>From day, 2026-01-31</translation>
        </message>
        <message>
            <source>Through day, 2026-01-31</source>
            <translation>Through day, 2026-01-31</translation>
        </message>
        <message>
            <source>&amp;Search</source>
            <translation>&amp;Search</translation>
        </message>
        <message>
            <source>A day is written like 2026-01-31.</source>
            <translation>A day is written like 2026-01-31.</translation>
        </message>
        <message>
            <source>Searching…</source>
            <translation>Searching…</translation>
        </message>
        <message numerus="yes">
            <source>%n act(s), all that fit.</source>
            <translation>
                <numerusform>%n act, all that fit.</numerusform>
                <numerusform>%n acts, all that fit.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The latest %n act(s); more are read as you go down.</source>
            <translation>
                <numerusform>The latest act; more are read as you go down.</numerusform>
                <numerusform>The latest %n acts; more are read as you go down.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::BackupPage</name>
        <message>
            <source>Stopped. An older copy in that folder is kept as it was.</source>
            <translation>Stopped. An older copy in that folder is kept as it was.</translation>
        </message>
        <message>
            <source>Stopped. Nothing was restored.</source>
            <translation>Stopped. Nothing was restored.</translation>
        </message>
        <message>
            <source>Folder for the copy</source>
            <translation>Folder for the copy</translation>
        </message>
        <message>
            <source>&amp;Back up now</source>
            <translation>&amp;Back up now</translation>
        </message>
        <message>
            <source>Folder of the copy</source>
            <translation>Folder of the copy</translation>
        </message>
        <message>
            <source>New, empty folder</source>
            <translation>New, empty folder</translation>
        </message>
        <message>
            <source>&amp;Restore and check</source>
            <translation>&amp;Restore and check</translation>
        </message>
        <message>
            <source>Copying</source>
            <translation>Copying</translation>
        </message>
        <message>
            <source>Back up while people work</source>
            <translation>Back up while people work</translation>
        </message>
        <message>
            <source>&amp;Folder for the copy</source>
            <translation>&amp;Folder for the copy</translation>
        </message>
        <message>
            <source>Restore into a new folder; this office stays as it is</source>
            <translation>Restore into a new folder; this office stays as it is</translation>
        </message>
        <message>
            <source>Folder of the &amp;copy</source>
            <translation>Folder of the &amp;copy</translation>
        </message>
        <message>
            <source>&amp;New, empty folder</source>
            <translation>&amp;New, empty folder</translation>
        </message>
        <message>
            <source>Choose a folder.</source>
            <translation>Choose a folder.</translation>
        </message>
        <message>
            <source>Copied and checked: %1 MB, %2 acts, each hash recomputed.</source>
            <translation>Copied and checked: %1 MB, %2 acts, each hash recomputed.</translation>
        </message>
        <message>
            <source>Choose both folders.</source>
            <translation>Choose both folders.</translation>
        </message>
        <message>
            <source>Restored and checked: %1 cases, %2 acts, nothing found. Open it with tongban --workspace.</source>
            <translation>Restored and checked: %1 cases, %2 acts, nothing found. Open it with tongban --workspace.</translation>
        </message>
        <message>
            <source>Restored, but the check found faults in %1 cases, %2 acts: keep the copy and call support.</source>
            <translation>Restored, but the check found faults in %1 cases, %2 acts: keep the copy and call support.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CalendarPage</name>
        <message>
            <source>Years of the calendar</source>
            <translation>Years of the calendar</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>Working days</source>
            <translation>Working days</translation>
        </message>
        <message>
            <source>Rest days of holidays</source>
            <translation>Rest days of holidays</translation>
        </message>
        <message>
            <source>Weekend days worked</source>
            <translation>Weekend days worked</translation>
        </message>
        <message>
            <source>From</source>
            <translation>From</translation>
        </message>
        <message>
            <source>File of a year</source>
            <translation>File of a year</translation>
        </message>
        <message>
            <source>&amp;Preview</source>
            <translation>&amp;Preview</translation>
        </message>
        <message>
            <source>&amp;Take this year</source>
            <translation>&amp;Take this year</translation>
        </message>
        <message>
            <source>Days that change</source>
            <translation>Days that change</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Until now</source>
            <translation>Until now</translation>
        </message>
        <message>
            <source>From now on</source>
            <translation>From now on</translation>
        </message>
        <message>
            <source>Holiday</source>
            <translation>Holiday</translation>
        </message>
        <message>
            <source>&amp;File of a year (form: resources/calendar/README.md)</source>
            <translation>&amp;File of a year (form: resources/calendar/README.md)</translation>
        </message>
        <message>
            <source>this office</source>
            <translation>this office</translation>
        </message>
        <message>
            <source>the program</source>
            <translation>the program</translation>
        </message>
        <message>
            <source>Known through %1. Limits that pass that day are provisional and are not printed.</source>
            <translation>Known through %1. Limits that pass that day are provisional and are not printed.</translation>
        </message>
        <message>
            <source>Choose a file.</source>
            <translation>Choose a file.</translation>
        </message>
        <message>
            <source>provisional</source>
            <translation>provisional</translation>
        </message>
        <message>
            <source>%1 is in the workspace and is reckoned with.</source>
            <translation>%1 is in the workspace and is reckoned with.</translation>
        </message>
        <message>
            <source>%1 says the same as what is in force.</source>
            <translation>%1 says the same as what is in force.</translation>
        </message>
        <message numerus="yes">
            <source>%1 changes %n day(s); nothing was changed yet.</source>
            <translation>
                <numerusform>%1 changes %n day; nothing was changed yet.</numerusform>
                <numerusform>%1 changes %n days; nothing was changed yet.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CataloguePage</name>
        <message>
            <source>Folder with the eight files</source>
            <translation>Folder with the eight files</translation>
        </message>
        <message>
            <source>&amp;Preview</source>
            <translation>&amp;Preview</translation>
        </message>
        <message>
            <source>Put in &amp;force</source>
            <translation>Put in &amp;force</translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>What changes</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>From</source>
            <translation>From</translation>
        </message>
        <message>
            <source>What</source>
            <translation>What</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>What is wrong</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Line</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>Column</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>In force from</source>
            <translation>In force from</translation>
        </message>
        <message>
            <source>Document that orders it</source>
            <translation>Document that orders it</translation>
        </message>
        <message>
            <source>Look at a preview without problems first.</source>
            <translation>Look at a preview without problems first.</translation>
        </message>
        <message>
            <source>&amp;Folder with the eight files</source>
            <translation>&amp;Folder with the eight files</translation>
        </message>
        <message>
            <source>&amp;In force from</source>
            <translation>&amp;In force from</translation>
        </message>
        <message>
            <source>&amp;Document that orders it</source>
            <translation>&amp;Document that orders it</translation>
        </message>
        <message>
            <source>Choose a folder.</source>
            <translation>Choose a folder.</translation>
        </message>
        <message>
            <source>The catalogue is stored and in use.</source>
            <translation>The catalogue is stored and in use.</translation>
        </message>
        <message>
            <source>Stored. Changes: %1, items without a change: %2.</source>
            <translation>Stored. Changes: %1, items without a change: %2.</translation>
        </message>
        <message>
            <source>Nothing was changed yet. Changes: %1, items without a change: %2.</source>
            <translation>Nothing was changed yet. Changes: %1, items without a change: %2.</translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s); nothing was changed.</source>
            <translation>
                <numerusform>%n problem; nothing was changed.</numerusform>
                <numerusform>%n problems; nothing was changed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ChainCheckPanel</name>
        <message>
            <source>Check the &amp;chain</source>
            <translation>Check the &amp;chain</translation>
        </message>
        <message>
            <source>What the check found</source>
            <translation>What the check found</translation>
        </message>
        <message>
            <source>Fault</source>
            <translation>Fault</translation>
        </message>
        <message>
            <source>District</source>
            <translation>District</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>Detail</translation>
        </message>
        <message>
            <source>Checking the chain</source>
            <translation>Checking the chain</translation>
        </message>
        <message>
            <source>Recomputes every hash and compares it with the witnesses beside the store.</source>
            <translation>Recomputes every hash and compares it with the witnesses beside the store.</translation>
        </message>
        <message>
            <source>Stopped after %1 acts; it says nothing about the rest.</source>
            <translation>Stopped after %1 acts; it says nothing about the rest.</translation>
        </message>
        <message>
            <source>Sound: %1 acts, %2 cases, %3 witnesses compared.</source>
            <translation>Sound: %1 acts, %2 cases, %3 witnesses compared.</translation>
        </message>
        <message>
            <source>%1 faults in %2 acts. Keep the folder as it is and call support.</source>
            <translation>%1 faults in %2 acts. Keep the folder as it is and call support.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ChangeWords</name>
        <message>
            <source>new item</source>
            <translation>new item</translation>
        </message>
        <message>
            <source>new version</source>
            <translation>new version</translation>
        </message>
        <message>
            <source>takes no new cases</source>
            <translation>takes no new cases</translation>
        </message>
        <message>
            <source>power given</source>
            <translation>power given</translation>
        </message>
        <message>
            <source>power ends</source>
            <translation>power ends</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ConnectionsPage</name>
        <message>
            <source>Sources of evidence</source>
            <translation>Sources of evidence</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Last heard</source>
            <translation>Last heard</translation>
        </message>
        <message>
            <source>Speaks of</source>
            <translation>Speaks of</translation>
        </message>
        <message>
            <source>Rows or answers</source>
            <translation>Rows or answers</translation>
        </message>
        <message>
            <source>Contradictory</source>
            <translation>Contradictory</translation>
        </message>
        <message>
            <source>How</source>
            <translation>How</translation>
        </message>
        <message>
            <source>A source that does not answer makes cases wait; it never refuses anybody. Agencies are named in agencies.json of the workspace, registers are imported with tongbanctl.</source>
            <translation>A source that does not answer makes cases wait; it never refuses anybody. Agencies are named in agencies.json of the workspace, registers are imported with tongbanctl.</translation>
        </message>
        <message>
            <source>Fresh</source>
            <translation>Fresh</translation>
        </message>
        <message>
            <source>Never heard of</source>
            <translation>Never heard of</translation>
        </message>
        <message>
            <source>Register file</source>
            <translation>Register file</translation>
        </message>
        <message numerus="yes">
            <source>Older than %n day(s)</source>
            <translation>
                <numerusform>Older than %n day</numerusform>
                <numerusform>Older than %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::DayWords</name>
        <message>
            <source>working day</source>
            <translation>working day</translation>
        </message>
        <message>
            <source>weekend</source>
            <translation>weekend</translation>
        </message>
        <message>
            <source>holiday</source>
            <translation>holiday</translation>
        </message>
        <message>
            <source>weekend day that is worked</source>
            <translation>weekend day that is worked</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::LongJob</name>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Stop: %1</source>
            <translation>Stop: %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 of %2</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::PathField</name>
        <message>
            <source>Choose…</source>
            <translation>Choose…</translation>
        </message>
        <message>
            <source>Choose: %1</source>
            <translation>Choose: %1</translation>
        </message>
    </context>
    <context>
        <name>tongban::desktop::Desktop</name>
        <message>
            <source>The program was cut off the last time. Everything that was done is kept, and so are drafts.</source>
            <translation>The program was cut off the last time. Everything that was done is kept, and so are drafts.</translation>
        </message>
        <message>
            <source>The program crashed the last time. Everything that was done is kept, and so are drafts. For support: %1 (it holds no data of cases).</source>
            <translation>The program crashed the last time. Everything that was done is kept, and so are drafts. For support: %1 (it holds no data of cases).</translation>
        </message>
        <message>
            <source>Welcome to Tongban</source>
            <translation>Welcome to Tongban</translation>
        </message>
        <message>
            <source>Tongban</source>
            <translation>Tongban</translation>
        </message>
        <message>
            <source>Connect to a centre</source>
            <translation>Connect to a centre</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CheckList</name>
        <message>
            <source>Checks of this machine</source>
            <translation>Checks of this machine</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Found</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>What to do</translation>
        </message>
        <message>
            <source>✓ passed</source>
            <translation>✓ passed</translation>
        </message>
        <message>
            <source>! look at it</source>
            <translation>! look at it</translation>
        </message>
        <message>
            <source>✗ failed</source>
            <translation>✗ failed</translation>
        </message>
        <message>
            <source>…</source>
            <translation>…</translation>
        </message>
        <message>
            <source>Looking at this machine…</source>
            <translation>Looking at this machine…</translation>
        </message>
        <message>
            <source>This machine is ready. What is marked with ! can be put right later.</source>
            <translation>This machine is ready. What is marked with ! can be put right later.</translation>
        </message>
        <message>
            <source>Something keeps people from working here; see what to do.</source>
            <translation>Something keeps people from working here; see what to do.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::HelpMenu</name>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Help</translation>
        </message>
        <message>
            <source>Help about this</source>
            <translation>Help about this</translation>
        </message>
        <message>
            <source>Check this machine</source>
            <translation>Check this machine</translation>
        </message>
        <message>
            <source>Practise</source>
            <translation>Practise</translation>
        </message>
        <message>
            <source>Check &amp;again</source>
            <translation>Check &amp;again</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>&amp;Close</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::HelpViewer</name>
        <message>
            <source>Help</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Back</translation>
        </message>
        <message>
            <source>&amp;All pages</source>
            <translation>&amp;All pages</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>&amp;Close</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::MachineChecks</name>
        <message>
            <source>No workspace yet; it is made in the next step.</source>
            <translation>No workspace yet; it is made in the next step.</translation>
        </message>
        <message>
            <source>The store opens: %1</source>
            <translation>The store opens: %1</translation>
        </message>
        <message>
            <source>The store does not open: %1 [%2]</source>
            <translation>The store does not open: %1 [%2]</translation>
        </message>
        <message>
            <source>Start the newest version of the program, or restore a backup into another folder.</source>
            <translation>Start the newest version of the program, or restore a backup into another folder.</translation>
        </message>
        <message>
            <source>Nothing can be written into %1.</source>
            <translation>Nothing can be written into %1.</translation>
        </message>
        <message>
            <source>Choose another folder, or ask for the right to write there.</source>
            <translation>Choose another folder, or ask for the right to write there.</translation>
        </message>
        <message>
            <source>Only %1 MB are free in %2.</source>
            <translation>Only %1 MB are free in %2.</translation>
        </message>
        <message>
            <source>Make room: a year of work takes some gigabytes.</source>
            <translation>Make room: a year of work takes some gigabytes.</translation>
        </message>
        <message>
            <source>%1 can be written; %2 GB are free.</source>
            <translation>%1 can be written; %2 GB are free.</translation>
        </message>
        <message>
            <source>Papers have their font, and it can be embedded.</source>
            <translation>Papers have their font, and it can be embedded.</translation>
        </message>
        <message>
            <source>The font of the papers is missing; receipts and decisions cannot be made.</source>
            <translation>The font of the papers is missing; receipts and decisions cannot be made.</translation>
        </message>
        <message>
            <source>Install the package fonts-noto-cjk, then check again.</source>
            <translation>Install the package fonts-noto-cjk, then check again.</translation>
        </message>
        <message>
            <source>The clock says %1.</source>
            <translation>The clock says %1.</translation>
        </message>
        <message>
            <source>Set the clock: limits are counted from it.</source>
            <translation>Set the clock: limits are counted from it.</translation>
        </message>
        <message>
            <source>The time zone is not that of China; limits are counted by China's.</source>
            <translation>The time zone is not that of China; limits are counted by China's.</translation>
        </message>
        <message>
            <source>Set the time zone to Asia/Shanghai, so that the clock on the wall agrees.</source>
            <translation>Set the time zone to Asia/Shanghai, so that the clock on the wall agrees.</translation>
        </message>
        <message>
            <source>No time service keeps the clock right.</source>
            <translation>No time service keeps the clock right.</translation>
        </message>
        <message>
            <source>Switch on network time (chrony or systemd-timesyncd).</source>
            <translation>Switch on network time (chrony or systemd-timesyncd).</translation>
        </message>
        <message>
            <source>The clock is kept right, in the time of China.</source>
            <translation>The clock is kept right, in the time of China.</translation>
        </message>
        <message>
            <source>Install fcitx5 with fcitx5-frontend-qt6 and sign in to the machine anew.</source>
            <translation>Install fcitx5 with fcitx5-frontend-qt6 and sign in to the machine anew.</translation>
        </message>
        <message>
            <source>No Chinese input method is switched on.</source>
            <translation>No Chinese input method is switched on.</translation>
        </message>
        <message>
            <source>%1 is switched on, but its bridge to this program is missing.</source>
            <translation>%1 is switched on, but its bridge to this program is missing.</translation>
        </message>
        <message>
            <source>%1 is ready.</source>
            <translation>%1 is ready.</translation>
        </message>
        <message>
            <source>There is no session bus, so no keyring either.</source>
            <translation>There is no session bus, so no keyring either.</translation>
        </message>
        <message>
            <source>A keyring answers.</source>
            <translation>A keyring answers.</translation>
        </message>
        <message>
            <source>No keyring answers.</source>
            <translation>No keyring answers.</translation>
        </message>
        <message>
            <source>There is no printer; papers are kept as PDF files.</source>
            <translation>There is no printer; papers are kept as PDF files.</translation>
        </message>
        <message>
            <source>Set up a printer in the system settings when papers are to be printed here.</source>
            <translation>Set up a printer in the system settings when papers are to be printed here.</translation>
        </message>
        <message>
            <source>Printers: %1</source>
            <translation>Printers: %1</translation>
        </message>
        <message>
            <source>Write access</source>
            <translation>Write access</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>Store</translation>
        </message>
        <message>
            <source>Font of the papers</source>
            <translation>Font of the papers</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Clock</translation>
        </message>
        <message>
            <source>Input method</source>
            <translation>Input method</translation>
        </message>
        <message>
            <source>Keyring</source>
            <translation>Keyring</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>Printer</translation>
        </message>
        <message>
            <source>The store is sealed: %1</source>
            <translation>The store is sealed: %1</translation>
        </message>
        <message>
            <source>Install gnome-keyring or KWallet, and unlock it by signing in to the machine. Without one, the passphrase of a sealed office is asked for at every start.</source>
            <translation>Install gnome-keyring or KWallet, and unlock it by signing in to the machine. Without one, the passphrase of a sealed office is asked for at every start.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::OfficeBar</name>
        <message>
            <source>Practice: made-up data, nothing here is real or reaches an office</source>
            <translation>Practice: made-up data, nothing here is real or reaches an office</translation>
        </message>
        <message>
            <source>Training: nothing here is binding</source>
            <translation>Training: nothing here is binding</translation>
        </message>
        <message>
            <source>In service: what is done here is binding</source>
            <translation>In service: what is done here is binding</translation>
        </message>
        <message>
            <source>In service: what is done here is binding. Personal data is stored plain on this machine.</source>
            <translation>In service: what is done here is binding. Personal data is stored plain on this machine.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::WelcomeScreen</name>
        <message>
            <source>Folder of the office</source>
            <translation>Folder of the office</translation>
        </message>
        <message>
            <source>Welcome to Tongban</source>
            <translation>Welcome to Tongban</translation>
        </message>
        <message>
            <source>Working</source>
            <translation>Working</translation>
        </message>
        <message>
            <source>&amp;1  Practise on made-up cases</source>
            <translation>&amp;1  Practise on made-up cases</translation>
        </message>
        <message>
            <source>In a folder of its own, marked as practice. Every key can be tried, and nothing done there reaches an office.</source>
            <translation>In a folder of its own, marked as practice. Every key can be tried, and nothing done there reaches an office.</translation>
        </message>
        <message>
            <source>&amp;2  Open an office on this machine</source>
            <translation>&amp;2  Open an office on this machine</translation>
        </message>
        <message>
            <source>An empty workspace in the folder below; its first account is the administrator.</source>
            <translation>An empty workspace in the folder below; its first account is the administrator.</translation>
        </message>
        <message>
            <source>&amp;3  Connect to a centre</source>
            <translation>&amp;3  Connect to a centre</translation>
        </message>
        <message>
            <source>Choose a folder.</source>
            <translation>Choose a folder.</translation>
        </message>
        <message>
            <source>A new workspace in the folder above, as one of many desktops that share a centre. Your administrator tells what to enter.</source>
            <translation>A new workspace in the folder above, as one of many desktops that share a centre. Your administrator tells what to enter.</translation>
        </message>
        <message>
            <source>There is an office in that folder already. Open it, and connect it under Centre, or choose another folder.</source>
            <translation>There is an office in that folder already. Open it, and connect it under Centre, or choose another folder.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::WorkspaceMaker</name>
        <message>
            <source>Making the workspace…</source>
            <translation>Making the workspace…</translation>
        </message>
        <message>
            <source>Making up a year of applications…</source>
            <translation>Making up a year of applications…</translation>
        </message>
        <message>
            <source>Letting the rules decide what they can…</source>
            <translation>Letting the rules decide what they can…</translation>
        </message>
        <message>
            <source>It was not finished (tongbanctl said %1). The folder can be removed; try again.</source>
            <translation>It was not finished (tongbanctl said %1). The folder can be removed; try again.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::KeyEditor</name>
        <message>
            <source>Commands and their keys</source>
            <translation>Commands and their keys</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>Command</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Key</translation>
        </message>
        <message>
            <source>Usual key</source>
            <translation>Usual key</translation>
        </message>
        <message>
            <source>&amp;Give this key</source>
            <translation>&amp;Give this key</translation>
        </message>
        <message>
            <source>&amp;No key</source>
            <translation>&amp;No key</translation>
        </message>
        <message>
            <source>&amp;Usual key</source>
            <translation>&amp;Usual key</translation>
        </message>
        <message>
            <source>New key</source>
            <translation>New key</translation>
        </message>
        <message>
            <source>All &amp;usual keys</source>
            <translation>All &amp;usual keys</translation>
        </message>
        <message>
            <source>%1 is the key of "%2" already; give that one another key first.</source>
            <translation>%1 is the key of "%2" already; give that one another key first.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::SettingsDialog</name>
        <message>
            <source>Nothing is called like that.</source>
            <translation>Nothing is called like that.</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Search in the settings</source>
            <translation>Search in the settings</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>Take &amp;back</source>
            <translation>Take &amp;back</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>&amp;Close</translation>
        </message>
        <message>
            <source>&amp;Looks</source>
            <translation>&amp;Looks</translation>
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
            <source>As the system</source>
            <translation>As the system</translation>
        </message>
        <message>
            <source>&amp;Size of the text</source>
            <translation>&amp;Size of the text</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>&amp;Density</source>
            <translation>&amp;Density</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>Compact</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>Roomy</source>
            <translation>Roomy</translation>
        </message>
        <message>
            <source>Lan&amp;guage</source>
            <translation>Lan&amp;guage</translation>
        </message>
        <message>
            <source>Lock after &amp;minutes without a touch</source>
            <translation>Lock after &amp;minutes without a touch</translation>
        </message>
        <message>
            <source>never</source>
            <translation>never</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::LinkState</name>
        <message>
            <source>This office is not connected to a centre: its store is all there is.</source>
            <translation>This office is not connected to a centre: its store is all there is.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::GatePage</name>
        <message>
            <source>Working</source>
            <translation>Working</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ProtectScreen</name>
        <message>
            <source>&amp;1  The keyring of this machine opens it</source>
            <translation>&amp;1  The keyring of this machine opens it</translation>
        </message>
        <message>
            <source>&amp;2  The passphrase is asked for at every start</source>
            <translation>&amp;2  The passphrase is asked for at every start</translation>
        </message>
        <message>
            <source>Leave it plain for &amp;now</source>
            <translation>Leave it plain for &amp;now</translation>
        </message>
        <message>
            <source>Seal the personal data of this office</source>
            <translation>Seal the personal data of this office</translation>
        </message>
        <message>
            <source>Identity numbers, telephone numbers and answers of the police are sealed in the files of this office; only its key opens them. The passphrase also opens it where the keyring does not.</source>
            <translation>Identity numbers, telephone numbers and answers of the police are sealed in the files of this office; only its key opens them. The passphrase also opens it where the keyring does not.</translation>
        </message>
        <message>
            <source>&amp;Passphrase</source>
            <translation>&amp;Passphrase</translation>
        </message>
        <message>
            <source>Passphrase a&amp;gain</source>
            <translation>Passphrase a&amp;gain</translation>
        </message>
        <message>
            <source>&amp;Recovery code</source>
            <translation>&amp;Recovery code</translation>
        </message>
        <message>
            <source>Its &amp;last group</source>
            <translation>Its &amp;last group</translation>
        </message>
        <message>
            <source>Seal</source>
            <translation>Seal</translation>
        </message>
        <message>
            <source>A passphrase has at least %1 characters.</source>
            <translation>A passphrase has at least %1 characters.</translation>
        </message>
        <message>
            <source>The two passphrases differ.</source>
            <translation>The two passphrases differ.</translation>
        </message>
        <message>
            <source>The keyring is locked or not there and did not take the key; the passphrase is asked for at every start.</source>
            <translation>The keyring is locked or not there and did not take the key; the passphrase is asked for at every start.</translation>
        </message>
        <message>
            <source>Write the recovery code down</source>
            <translation>Write the recovery code down</translation>
        </message>
        <message>
            <source>It is shown this once. On paper in a safe it opens this office when the passphrase is forgotten and the keyring is lost. Type its last group to go on.</source>
            <translation>It is shown this once. On paper in a safe it opens this office when the passphrase is forgotten and the keyring is lost. Type its last group to go on.</translation>
        </message>
        <message>
            <source>I have written it down</source>
            <translation>I have written it down</translation>
        </message>
        <message>
            <source>This is not the last group of the code.</source>
            <translation>This is not the last group of the code.</translation>
        </message>
        <message>
            <source>The status bar says so until it is sealed, from the page of personal data of the administration.</source>
            <translation>The status bar says so until it is sealed, from the page of personal data of the administration.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::UnlockScreen</name>
        <message>
            <source>&amp;Passphrase</source>
            <translation>&amp;Passphrase</translation>
        </message>
        <message>
            <source>Recovery &amp;code</source>
            <translation>Recovery &amp;code</translation>
        </message>
        <message>
            <source>&amp;Keep it in the keyring of this machine</source>
            <translation>&amp;Keep it in the keyring of this machine</translation>
        </message>
        <message>
            <source>The workspace is locked</source>
            <translation>The workspace is locked</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>Personal data of this office is sealed. Nothing was read or changed. Enter its passphrase to go on.</source>
            <translation>Personal data of this office is sealed. Nothing was read or changed. Enter its passphrase to go on.</translation>
        </message>
        <message>
            <source>The keyring of this machine does not know this office (another user, another machine, or a new keyring). Nothing was read or changed. Enter the passphrase, or the recovery code from the safe.</source>
            <translation>The keyring of this machine does not know this office (another user, another machine, or a new keyring). Nothing was read or changed. Enter the passphrase, or the recovery code from the safe.</translation>
        </message>
        <message>
            <source>The keyring is locked or not there. Nothing was read or changed. Enter the passphrase to go on without it.</source>
            <translation>The keyring is locked or not there. Nothing was read or changed. Enter the passphrase to go on without it.</translation>
        </message>
        <message>
            <source>What the keyring keeps is not the key of this office. Nothing was read or changed. Enter the passphrase; it is put into the keyring again.</source>
            <translation>What the keyring keeps is not the key of this office. Nothing was read or changed. Enter the passphrase; it is put into the keyring again.</translation>
        </message>
        <message>
            <source>Use the pass&amp;phrase</source>
            <translation>Use the pass&amp;phrase</translation>
        </message>
        <message>
            <source>Use the &amp;recovery code</source>
            <translation>Use the &amp;recovery code</translation>
        </message>
        <message>
            <source>This is not the recovery code of this office, or a group is mistyped. Nothing was changed; compare it with the paper.</source>
            <translation>This is not the recovery code of this office, or a group is mistyped. Nothing was changed; compare it with the paper.</translation>
        </message>
        <message>
            <source>The passphrase is wrong. Nothing was changed; try again, or use the recovery code.</source>
            <translation>The passphrase is wrong. Nothing was changed; try again, or use the recovery code.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CentreScreen</name>
        <message>
            <source>Look for the centre now</source>
            <translation>Look for the centre now</translation>
        </message>
        <message>
            <source>Centre</source>
            <translation>Centre</translation>
        </message>
        <message>
            <source>Acts of this desktop</source>
            <translation>Acts of this desktop</translation>
        </message>
        <message>
            <source>The copy here</source>
            <translation>The copy here</translation>
        </message>
        <message>
            <source>This office is not connected to a centre: its store is all there is, and every act is final at once.</source>
            <translation>This office is not connected to a centre: its store is all there is, and every act is final at once.</translation>
        </message>
        <message>
            <source>Connect to a centre…</source>
            <translation>Connect to a centre…</translation>
        </message>
        <message>
            <source>An administrator of this office can do that.</source>
            <translation>An administrator of this office can do that.</translation>
        </message>
        <message>
            <source>This is a desktop of the centre now.</source>
            <translation>This is a desktop of the centre now.</translation>
        </message>
        <message>
            <source>Password of the account at the centre</source>
            <translation>Password of the account at the centre</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Sign in</translation>
        </message>
        <message>
            <source>Try now (F2)</source>
            <translation>Try now (F2)</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Account</translation>
        </message>
        <message>
            <source>&amp;Keep it in the keyring of this machine</source>
            <translation>&amp;Keep it in the keyring of this machine</translation>
        </message>
        <message>
            <source>The keyring is locked or not there and did not take the password: it is asked for at the next start.</source>
            <translation>The keyring is locked or not there and did not take the password: it is asked for at the next start.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CentreWords</name>
        <message>
            <source>This machine only</source>
            <translation>This machine only</translation>
        </message>
        <message>
            <source>Looking for the centre</source>
            <translation>Looking for the centre</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>Online</translation>
        </message>
        <message>
            <source>Offline since %1</source>
            <translation>Offline since %1</translation>
        </message>
        <message>
            <source>The centre wants the password</source>
            <translation>The centre wants the password</translation>
        </message>
        <message>
            <source>The centre refuses since %1</source>
            <translation>The centre refuses since %1</translation>
        </message>
        <message>
            <source>Another program here talks to the centre</source>
            <translation>Another program here talks to the centre</translation>
        </message>
        <message>
            <source>Cannot be synchronised</source>
            <translation>Cannot be synchronised</translation>
        </message>
        <message numerus="yes">
            <source>; %n waiting to be sent</source>
            <translation>
                <numerusform>; %n waiting to be sent</numerusform>
                <numerusform>; %n waiting to be sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>; %n not carried out</source>
            <translation>
                <numerusform>; %n not carried out</numerusform>
                <numerusform>; %n not carried out</numerusform>
            </translation>
        </message>
        <message>
            <source>Looking for the centre; everything can be done meanwhile.</source>
            <translation>Looking for the centre; everything can be done meanwhile.</translation>
        </message>
        <message>
            <source>What is done here goes to the centre at once, and what others do comes here.</source>
            <translation>What is done here goes to the centre at once, and what others do comes here.</translation>
        </message>
        <message>
            <source>The centre has no room left on its disk since %1; its administrator has to see to it. Everything can be done as before: it is kept here and is sent by itself when there is room again.</source>
            <translation>The centre has no room left on its disk since %1; its administrator has to see to it. Everything can be done as before: it is kept here and is sent by itself when there is room again.</translation>
        </message>
        <message>
            <source>The centre cannot be reached since %1. Everything can be done as before: it is kept here, is sent by itself when the network is back, and each paper says what it is until then.</source>
            <translation>The centre cannot be reached since %1. Everything can be done as before: it is kept here, is sent by itself when the network is back, and each paper says what it is until then.</translation>
        </message>
        <message>
            <source>The centre does not take the password that was given. Nothing is lost; give the right one below.</source>
            <translation>The centre does not take the password that was given. Nothing is lost; give the right one below.</translation>
        </message>
        <message>
            <source>The centre asks for the password of this account. It is kept in memory until the program ends and nowhere else. What is done meanwhile is kept here.</source>
            <translation>The centre asks for the password of this account. It is kept in memory until the program ends and nowhere else. What is done meanwhile is kept here.</translation>
        </message>
        <message>
            <source>The centre does not admit this desktop: %1 What is done here is kept; an administrator of the centre has to see to it.</source>
            <translation>The centre does not admit this desktop: %1 What is done here is kept; an administrator of the centre has to see to it.</translation>
        </message>
        <message>
            <source>Another program on this machine (a worker or tongbanctl) talks to the centre for this workspace. What is done here goes out through it.</source>
            <translation>Another program on this machine (a worker or tongbanctl) talks to the centre for this workspace. What is done here goes out through it.</translation>
        </message>
        <message>
            <source>The store of this workspace cannot be used for synchronising. Is the disk full or read-only? It is tried again by itself.</source>
            <translation>The store of this workspace cannot be used for synchronising. Is the disk full or read-only? It is tried again by itself.</translation>
        </message>
        <message>
            <source>under way</source>
            <translation>under way</translation>
        </message>
        <message>
            <source>saved here, not sent</source>
            <translation>saved here, not sent</translation>
        </message>
        <message>
            <source>carried out by the centre</source>
            <translation>carried out by the centre</translation>
        </message>
        <message>
            <source>carried out, back here</source>
            <translation>carried out, back here</translation>
        </message>
        <message>
            <source>carried out, safe</source>
            <translation>carried out, safe</translation>
        </message>
        <message>
            <source>being examined</source>
            <translation>being examined</translation>
        </message>
        <message>
            <source>not carried out</source>
            <translation>not carried out</translation>
        </message>
        <message>
            <source>seen to</source>
            <translation>seen to</translation>
        </message>
        <message>
            <source>Somebody else did something to the case after you looked at it.</source>
            <translation>Somebody else did something to the case after you looked at it.</translation>
        </message>
        <message>
            <source>The case had been decided by somebody else.</source>
            <translation>The case had been decided by somebody else.</translation>
        </message>
        <message>
            <source>Somebody else was working on the case.</source>
            <translation>Somebody else was working on the case.</translation>
        </message>
        <message>
            <source>Somebody else took the case over before your act arrived.</source>
            <translation>Somebody else took the case over before your act arrived.</translation>
        </message>
        <message>
            <source>The case was not claimed for you when your act arrived.</source>
            <translation>The case was not claimed for you when your act arrived.</translation>
        </message>
        <message>
            <source>The same application (channel and number) had been taken in elsewhere.</source>
            <translation>The same application (channel and number) had been taken in elsewhere.</translation>
        </message>
        <message>
            <source>The case no longer stood so that this could be done.</source>
            <translation>The case no longer stood so that this could be done.</translation>
        </message>
        <message>
            <source>The case had been accepted already.</source>
            <translation>The case had been accepted already.</translation>
        </message>
        <message>
            <source>The case was not accepted at the centre.</source>
            <translation>The case was not accepted at the centre.</translation>
        </message>
        <message>
            <source>The decision was not one that the rules had made.</source>
            <translation>The decision was not one that the rules had made.</translation>
        </message>
        <message>
            <source>There is no granted permit to revoke.</source>
            <translation>There is no granted permit to revoke.</translation>
        </message>
        <message>
            <source>The centre has no such case: taking it in was not carried out either.</source>
            <translation>The centre has no such case: taking it in was not carried out either.</translation>
        </message>
        <message>
            <source>Your account has no right to this at the centre, or no longer has it.</source>
            <translation>Your account has no right to this at the centre, or no longer has it.</translation>
        </message>
        <message>
            <source>Your role may not do this.</source>
            <translation>Your role may not do this.</translation>
        </message>
        <message>
            <source>Who proposed a refusal cannot countersign it.</source>
            <translation>Who proposed a refusal cannot countersign it.</translation>
        </message>
        <message>
            <source>Nobody decides a case that he took in himself, or his own application.</source>
            <translation>Nobody decides a case that he took in himself, or his own application.</translation>
        </message>
        <message>
            <source>A second person has to sign.</source>
            <translation>A second person has to sign.</translation>
        </message>
        <message>
            <source>The second signature has to be another person&apos;s.</source>
            <translation>The second signature has to be another person&apos;s.</translation>
        </message>
        <message>
            <source>The second person has not signed at the centre for the case as it stood.</source>
            <translation>The second person has not signed at the centre for the case as it stood.</translation>
        </message>
        <message>
            <source>The second person may not sign this.</source>
            <translation>The second person may not sign this.</translation>
        </message>
        <message>
            <source>The permit item was cancelled; no new application is taken.</source>
            <translation>The permit item was cancelled; no new application is taken.</translation>
        </message>
        <message>
            <source>The centre&apos;s catalogue does not have this version of the permit item.</source>
            <translation>The centre&apos;s catalogue does not have this version of the permit item.</translation>
        </message>
        <message>
            <source>Applications of that channel are not taken in at a window.</source>
            <translation>Applications of that channel are not taken in at a window.</translation>
        </message>
        <message>
            <source>Your account holds as many cases as it may.</source>
            <translation>Your account holds as many cases as it may.</translation>
        </message>
        <message>
            <source>The applicant asked for a person; the program may not decide.</source>
            <translation>The applicant asked for a person; the program may not decide.</translation>
        </message>
        <message>
            <source>Staff had acted on the case; the program may not decide.</source>
            <translation>Staff had acted on the case; the program may not decide.</translation>
        </message>
        <message>
            <source>The rules are not published at the centre.</source>
            <translation>The rules are not published at the centre.</translation>
        </message>
        <message>
            <source>The case is decided under other rules than those used here.</source>
            <translation>The case is decided under other rules than those used here.</translation>
        </message>
        <message>
            <source>This desktop is enrolled for another account.</source>
            <translation>This desktop is enrolled for another account.</translation>
        </message>
        <message>
            <source>The act needs a reason.</source>
            <translation>The act needs a reason.</translation>
        </message>
        <message>
            <source>The act needs a legal basis.</source>
            <translation>The act needs a legal basis.</translation>
        </message>
        <message>
            <source>The act needs the number of a document.</source>
            <translation>The act needs the number of a document.</translation>
        </message>
        <message>
            <source>A text is too long or holds characters that cannot be printed.</source>
            <translation>A text is too long or holds characters that cannot be printed.</translation>
        </message>
        <message>
            <source>The application did not come along.</source>
            <translation>The application did not come along.</translation>
        </message>
        <message>
            <source>The application names another district or item than the act, or no applicant.</source>
            <translation>The application names another district or item than the act, or no applicant.</translation>
        </message>
        <message>
            <source>The act does not say by which rules.</source>
            <translation>The act does not say by which rules.</translation>
        </message>
        <message>
            <source>The centre could not read the act.</source>
            <translation>The centre could not read the act.</translation>
        </message>
        <message>
            <source>The centre could not read a value of the act.</source>
            <translation>The centre could not read a value of the act.</translation>
        </message>
        <message>
            <source>The act claims something that only the centre may say.</source>
            <translation>The act claims something that only the centre may say.</translation>
        </message>
        <message>
            <source>The centre does not know this act: its program may be older.</source>
            <translation>The centre does not know this act: its program may be older.</translation>
        </message>
        <message>
            <source>The centre does not know this kind of command: its program may be older.</source>
            <translation>The centre does not know this kind of command: its program may be older.</translation>
        </message>
        <message>
            <source>The act is larger than the centre takes.</source>
            <translation>The act is larger than the centre takes.</translation>
        </message>
        <message>
            <source>More of this were sent than the centre takes.</source>
            <translation>More of this were sent than the centre takes.</translation>
        </message>
        <message>
            <source>The centre has something else under the same key.</source>
            <translation>The centre has something else under the same key.</translation>
        </message>
        <message>
            <source>The centre has another act under the same key; it was alarmed.</source>
            <translation>The centre has another act under the same key; it was alarmed.</translation>
        </message>
        <message>
            <source>the login is not known there.</source>
            <translation>the login is not known there.</translation>
        </message>
        <message>
            <source>this desktop is not enrolled for the account.</source>
            <translation>this desktop is not enrolled for the account.</translation>
        </message>
        <message>
            <source>this desktop was taken off the list.</source>
            <translation>this desktop was taken off the list.</translation>
        </message>
        <message>
            <source>the account has no right in this district any more.</source>
            <translation>the account has no right in this district any more.</translation>
        </message>
        <message>
            <source>too much was refused in the last hour; it takes more later.</source>
            <translation>too much was refused in the last hour; it takes more later.</translation>
        </message>
        <message>
            <source>more was sent at once than it takes.</source>
            <translation>more was sent at once than it takes.</translation>
        </message>
        <message>
            <source>it cannot read what this program sends.</source>
            <translation>it cannot read what this program sends.</translation>
        </message>
        <message>
            <source>The centre met something nobody foresaw (%1). The act is kept there for its administrator.</source>
            <translation>The centre met something nobody foresaw (%1). The act is kept there for its administrator.</translation>
        </message>
        <message>
            <source>The centre did not carry it out (%1).</source>
            <translation>The centre did not carry it out (%1).</translation>
        </message>
        <message>
            <source>Look for the other case by the applicant; close this one with a note.</source>
            <translation>Look for the other case by the applicant; close this one with a note.</translation>
        </message>
        <message>
            <source>Compare both sides. Do it again to the case as it stands now, or close it with a note.</source>
            <translation>Compare both sides. Do it again to the case as it stands now, or close it with a note.</translation>
        </message>
        <message>
            <source>Somebody with the right can do it; then close this one with a note. If the right was taken away by mistake, do it again once it is back.</source>
            <translation>Somebody with the right can do it; then close this one with a note. If the right was taken away by mistake, do it again once it is back.</translation>
        </message>
        <message>
            <source>Do it again and fill in what is missing, or close it with a note.</source>
            <translation>Do it again and fill in what is missing, or close it with a note.</translation>
        </message>
        <message>
            <source>Ask the administrator of the centre; close it with a note when it has been seen to.</source>
            <translation>Ask the administrator of the centre; close it with a note when it has been seen to.</translation>
        </message>
        <message>
            <source>the login or its rights are not as they were.</source>
            <translation>the login or its rights are not as they were.</translation>
        </message>
        <message>
            <source>The centre could not read what the act rests on.</source>
            <translation>The centre could not read what the act rests on.</translation>
        </message>
        <message>
            <source>The page that came with the act is not the one that the act names.</source>
            <translation>The page that came with the act is not the one that the act names.</translation>
        </message>
        <message>
            <source>Only the program may tell what rules found or what sources answered.</source>
            <translation>Only the program may tell what rules found or what sources answered.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CommandView</name>
        <message>
            <source>Both sides</source>
            <translation>Both sides</translation>
        </message>
        <message>
            <source>What</source>
            <translation>What</translation>
        </message>
        <message>
            <source>Done here</source>
            <translation>Done here</translation>
        </message>
        <message>
            <source>Stands at the centre</source>
            <translation>Stands at the centre</translation>
        </message>
        <message>
            <source>What happened to the case in between</source>
            <translation>What happened to the case in between</translation>
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
            <source>Reason</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>The act</source>
            <translation>The act</translation>
        </message>
        <message>
            <source>No act is chosen.</source>
            <translation>No act is chosen.</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1
Closed with the note: %2</source>
            <translation>%1
Closed with the note: %2</translation>
        </message>
        <message numerus="yes">
            <source>It held nothing up: %n act(s) made after it were carried out.</source>
            <translation>
                <numerusform>It held nothing up: %n act made after it were carried out.</numerusform>
                <numerusform>It held nothing up: %n acts made after it were carried out.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CommandWords</name>
        <message>
            <source>claim</source>
            <translation>claim</translation>
        </message>
        <message>
            <source>no longer here</source>
            <translation>no longer here</translation>
        </message>
        <message>
            <source>The case</source>
            <translation>The case</translation>
        </message>
        <message>
            <source>was to be opened</source>
            <translation>was to be opened</translation>
        </message>
        <message>
            <source>is not there</source>
            <translation>is not there</translation>
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
            <source>this desktop, as %1</source>
            <translation>this desktop, as %1</translation>
        </message>
        <message>
            <source>When</source>
            <translation>When</translation>
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
            <source>Document</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>Waybill</source>
            <translation>Waybill</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>Receiver</translation>
        </message>
        <message>
            <source>Defects</source>
            <translation>Defects</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ConnectPage</name>
        <message>
            <source>&amp;Check the way</source>
            <translation>&amp;Check the way</translation>
        </message>
        <message>
            <source>&amp;Join and copy</source>
            <translation>&amp;Join and copy</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Step by step</source>
            <translation>Step by step</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Step</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>What to do</translation>
        </message>
        <message>
            <source>Connect to a centre</source>
            <translation>Connect to a centre</translation>
        </message>
        <message>
            <source>The first copy</source>
            <translation>The first copy</translation>
        </message>
        <message>
            <source>A desktop of a centre keeps a copy of its districts: everything can be done while the network is away, and reaches the others when it is back. Your administrator tells what to enter here.</source>
            <translation>A desktop of a centre keeps a copy of its districts: everything can be done while the network is away, and reaches the others when it is back. Your administrator tells what to enter here.</translation>
        </message>
        <message>
            <source>The first copy: %1 of %2 acts. It can be broken off; it goes on by itself later.</source>
            <translation>The first copy: %1 of %2 acts. It can be broken off; it goes on by itself later.</translation>
        </message>
        <message>
            <source>Se&amp;rver</source>
            <translation>Se&amp;rver</translation>
        </message>
        <message>
            <source>centre.example, or the folder of a socket</source>
            <translation>centre.example, or the folder of a socket</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <source>&amp;Port</source>
            <translation>&amp;Port</translation>
        </message>
        <message>
            <source>&amp;Database</source>
            <translation>&amp;Database</translation>
        </message>
        <message>
            <source>Certificate authority that vouches for the server</source>
            <translation>Certificate authority that vouches for the server</translation>
        </message>
        <message>
            <source>Certificate &amp;authority</source>
            <translation>Certificate &amp;authority</translation>
        </message>
        <message>
            <source>A&amp;ccount at the centre</source>
            <translation>A&amp;ccount at the centre</translation>
        </message>
        <message>
            <source>as the administrator has admitted you</source>
            <translation>as the administrator has admitted you</translation>
        </message>
        <message>
            <source>Si&amp;gn in with the domain, without typing (Kerberos)</source>
            <translation>Si&amp;gn in with the domain, without typing (Kerberos)</translation>
        </message>
        <message>
            <source>Pass&amp;word</source>
            <translation>Pass&amp;word</translation>
        </message>
        <message>
            <source>kept in memory only</source>
            <translation>kept in memory only</translation>
        </message>
        <message>
            <source>D&amp;istricts</source>
            <translation>D&amp;istricts</translation>
        </message>
        <message>
            <source>440305; empty = all the account may read</source>
            <translation>440305; empty = all the account may read</translation>
        </message>
        <message>
            <source>Identity of this &amp;desktop</source>
            <translation>Identity of this &amp;desktop</translation>
        </message>
        <message>
            <source>The administrator of the centre enrols this desktop by it. If you were given one, enter that instead.</source>
            <translation>The administrator of the centre enrols this desktop by it. If you were given one, enter that instead.</translation>
        </message>
        <message>
            <source>Check the way first; every step has to be passed.</source>
            <translation>Check the way first; every step has to be passed.</translation>
        </message>
        <message>
            <source>Enter the name of the server.</source>
            <translation>Enter the name of the server.</translation>
        </message>
        <message>
            <source>Enter the account.</source>
            <translation>Enter the account.</translation>
        </message>
        <message>
            <source>The identity of this desktop is not one: 32 hexadecimal digits in five groups.</source>
            <translation>The identity of this desktop is not one: 32 hexadecimal digits in five groups.</translation>
        </message>
        <message>
            <source>A district is a number of six digits.</source>
            <translation>A district is a number of six digits.</translation>
        </message>
        <message>
            <source>Break off</source>
            <translation>Break off</translation>
        </message>
        <message>
            <source>Looking at the way to the centre…</source>
            <translation>Looking at the way to the centre…</translation>
        </message>
        <message>
            <source>passed</source>
            <translation>passed</translation>
        </message>
        <message>
            <source>not passed</source>
            <translation>not passed</translation>
        </message>
        <message>
            <source>Not yet: see what to do at the last step.</source>
            <translation>Not yet: see what to do at the last step.</translation>
        </message>
        <message>
            <source>Ready. You are %1 at the centre; the first copy brings %2 acts.</source>
            <translation>Ready. You are %1 at the centre; the first copy brings %2 acts.</translation>
        </message>
        <message>
            <source>Joining the centre…</source>
            <translation>Joining the centre…</translation>
        </message>
        <message>
            <source>This workspace has cases of its own, or belongs to another account: make a new one for working with a centre.</source>
            <translation>This workspace has cases of its own, or belongs to another account: make a new one for working with a centre.</translation>
        </message>
        <message>
            <source>This is a desktop of the centre now; %1 acts were copied.</source>
            <translation>This is a desktop of the centre now; %1 acts were copied.</translation>
        </message>
        <message>
            <source>Joined. The copy is not complete yet and goes on by itself.</source>
            <translation>Joined. The copy is not complete yet and goes on by itself.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ConnectWords</name>
        <message>
            <source>The name of the server is known</source>
            <translation>The name of the server is known</translation>
        </message>
        <message>
            <source>Something answers at the port</source>
            <translation>Something answers at the port</translation>
        </message>
        <message>
            <source>The server proves who it is</source>
            <translation>The server proves who it is</translation>
        </message>
        <message>
            <source>It lets this account in</source>
            <translation>It lets this account in</translation>
        </message>
        <message>
            <source>It is a centre that fits this program</source>
            <translation>It is a centre that fits this program</translation>
        </message>
        <message>
            <source>The account may read the districts</source>
            <translation>The account may read the districts</translation>
        </message>
        <message>
            <source>This desktop is enrolled for the account</source>
            <translation>This desktop is enrolled for the account</translation>
        </message>
        <message>
            <source>Both clocks agree</source>
            <translation>Both clocks agree</translation>
        </message>
        <message>
            <source>No address is known for that name. Compare it letter by letter; if it is right, this machine has no network or another name server.</source>
            <translation>No address is known for that name. Compare it letter by letter; if it is right, this machine has no network or another name server.</translation>
        </message>
        <message>
            <source>Nothing answers. Is the port right, and does a firewall let this machine through? Ask whoever runs the centre.</source>
            <translation>Nothing answers. Is the port right, and does a firewall let this machine through? Ask whoever runs the centre.</translation>
        </message>
        <message>
            <source>The machine is there, but no database answers at that port. Compare the port; the centre may be stopped.</source>
            <translation>The machine is there, but no database answers at that port. Compare the port; the centre may be stopped.</translation>
        </message>
        <message>
            <source>The server does not encrypt. Over a network that is not allowed: its administrator has to turn TLS on.</source>
            <translation>The server does not encrypt. Over a network that is not allowed: its administrator has to turn TLS on.</translation>
        </message>
        <message>
            <source>Choose the file of the certificate authority that your administrator gave you.</source>
            <translation>Choose the file of the certificate authority that your administrator gave you.</translation>
        </message>
        <message>
            <source>Another authority vouches for this server than the one in the file. Do not go on: ask the administrator whether the file is the right one.</source>
            <translation>Another authority vouches for this server than the one in the file. Do not go on: ask the administrator whether the file is the right one.</translation>
        </message>
        <message>
            <source>The certificate is for another name. Use the name that stands in it, not an address.</source>
            <translation>The certificate is for another name. Use the name that stands in it, not an address.</translation>
        </message>
        <message>
            <source>The certificate has expired, or the clock of this machine is wrong.</source>
            <translation>The certificate has expired, or the clock of this machine is wrong.</translation>
        </message>
        <message>
            <source>Type the password of the account.</source>
            <translation>Type the password of the account.</translation>
        </message>
        <message>
            <source>Account or password is wrong. Mind capital letters; the account is that of the centre, not that of this machine.</source>
            <translation>Account or password is wrong. Mind capital letters; the account is that of the centre, not that of this machine.</translation>
        </message>
        <message>
            <source>There is no valid ticket of the domain. Lock and unlock the machine with the domain password, or sign in with the password of the centre.</source>
            <translation>There is no valid ticket of the domain. Lock and unlock the machine with the domain password, or sign in with the password of the centre.</translation>
        </message>
        <message>
            <source>The centre does not know this account, or does not let it in from this machine. Its administrator admits it.</source>
            <translation>The centre does not know this account, or does not let it in from this machine. Its administrator admits it.</translation>
        </message>
        <message>
            <source>There is no database of that name on the server; usually it is called tongban.</source>
            <translation>There is no database of that name on the server; usually it is called tongban.</translation>
        </message>
        <message>
            <source>The server cannot bind the password to the encrypted line. Its administrator has to keep passwords as SCRAM.</source>
            <translation>The server cannot bind the password to the encrypted line. Its administrator has to keep passwords as SCRAM.</translation>
        </message>
        <message>
            <source>The database is not a centre of Tongban. Compare its name with what the administrator said.</source>
            <translation>The database is not a centre of Tongban. Compare its name with what the administrator said.</translation>
        </message>
        <message>
            <source>The centre is older than this program. Its administrator has to bring it up (tongbanctl centre migrate).</source>
            <translation>The centre is older than this program. Its administrator has to bring it up (tongbanctl centre migrate).</translation>
        </message>
        <message>
            <source>The login has no account at the centre. Its administrator admits it (tongbanctl centre grant).</source>
            <translation>The login has no account at the centre. Its administrator admits it (tongbanctl centre grant).</translation>
        </message>
        <message>
            <source>The account has no right in any district yet. The administrator grants one.</source>
            <translation>The account has no right in any district yet. The administrator grants one.</translation>
        </message>
        <message>
            <source>The account may not read all the districts given. Leave the field empty for those it may.</source>
            <translation>The account may not read all the districts given. Leave the field empty for those it may.</translation>
        </message>
        <message>
            <source>Give the identity of this desktop below to the administrator of the centre, who enrols it (tongbanctl centre grant ACCOUNT --device IDENTITY); then check again.</source>
            <translation>Give the identity of this desktop below to the administrator of the centre, who enrols it (tongbanctl centre grant ACCOUNT --device IDENTITY); then check again.</translation>
        </message>
        <message>
            <source>The clock of this machine is more than two minutes off the centre&apos;s. Work is possible, limits go by the centre&apos;s clock; set this one right.</source>
            <translation>The clock of this machine is more than two minutes off the centre&apos;s. Work is possible, limits go by the centre&apos;s clock; set this one right.</translation>
        </message>
        <message>
            <source>This was not foreseen; what the server said is in the tip of this line, for the support.</source>
            <translation>This was not foreseen; what the server said is in the tip of this line, for the support.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CopyPage</name>
        <message>
            <source>The copy on this desktop</source>
            <translation>The copy on this desktop</translation>
        </message>
        <message>
            <source>This desktop</source>
            <translation>This desktop</translation>
        </message>
        <message>
            <source>How far the copy reaches</source>
            <translation>How far the copy reaches</translation>
        </message>
        <message>
            <source>District</source>
            <translation>District</translation>
        </message>
        <message>
            <source>Acts copied</source>
            <translation>Acts copied</translation>
        </message>
        <message>
            <source>At the centre when last seen</source>
            <translation>At the centre when last seen</translation>
        </message>
        <message>
            <source>Safe there up to</source>
            <translation>Safe there up to</translation>
        </message>
        <message>
            <source>Last contact</source>
            <translation>Last contact</translation>
        </message>
        <message>
            <source>Acts this program would not have allowed</source>
            <translation>Acts this program would not have allowed</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Case</translation>
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
            <source>When</source>
            <translation>When</translation>
        </message>
        <message>
            <source>Against it</source>
            <translation>Against it</translation>
        </message>
        <message>
            <source>Centre</source>
            <translation>Centre</translation>
        </message>
        <message>
            <source>%1, database %2</source>
            <translation>%1, database %2</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Line</translation>
        </message>
        <message>
            <source>encrypted; the centre has proved by its certificate who it is</source>
            <translation>encrypted; the centre has proved by its certificate who it is</translation>
        </message>
        <message>
            <source>on this machine, without a network</source>
            <translation>on this machine, without a network</translation>
        </message>
        <message>
            <source>Login and account</source>
            <translation>Login and account</translation>
        </message>
        <message>
            <source>%1, in the record as %2</source>
            <translation>%1, in the record as %2</translation>
        </message>
        <message>
            <source>Enrolled as</source>
            <translation>Enrolled as</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Clock</translation>
        </message>
        <message>
            <source>as the centre&apos;s</source>
            <translation>as the centre&apos;s</translation>
        </message>
        <message numerus="yes">
            <source>%n second(s) off the centre&apos;s; limits go by the centre&apos;s clock</source>
            <translation>
                <numerusform>%n second off the centre&apos;s; limits go by the centre&apos;s clock</numerusform>
                <numerusform>%n seconds off the centre&apos;s; limits go by the centre&apos;s clock</numerusform>
            </translation>
        </message>
        <message>
            <source>never</source>
            <translation>never</translation>
        </message>
        <message>
            <source>Place in the chain: %1 / %2</source>
            <translation>Place in the chain: %1 / %2</translation>
        </message>
        <message>
            <source>Every act of the centre agrees with what this program would have allowed.</source>
            <translation>Every act of the centre agrees with what this program would have allowed.</translation>
        </message>
        <message numerus="yes">
            <source>The centre carried out %n act(s) that this program would not have allowed: it judged them by its own texts and calendar, and they stand. If there are many, this program or its catalogue is older than the centre&apos;s; tell the administrator.</source>
            <translation>
                <numerusform>The centre carried out %n act that this program would not have allowed: it judged them by its own texts and calendar, and they stand. If there are many, this program or its catalogue is older than the centre&apos;s; tell the administrator.</numerusform>
                <numerusform>The centre carried out %n acts that this program would not have allowed: it judged them by its own texts and calendar, and they stand. If there are many, this program or its catalogue is older than the centre&apos;s; tell the administrator.</numerusform>
            </translation>
        </message>
        <message>
            <source>The centre came back from a backup. The copy was compared with it, and what it had lost was sent again.</source>
            <translation>The centre came back from a backup. The copy was compared with it, and what it had lost was sent again.</translation>
        </message>
        <message>
            <source>Another machine had this desktop&apos;s identity; it has a new one now.</source>
            <translation>Another machine had this desktop&apos;s identity; it has a new one now.</translation>
        </message>
        <message numerus="yes">
            <source>%n act(s) came out differently after the backup: look at them in the list of acts.</source>
            <translation>
                <numerusform>%n act came out differently after the backup: look at them in the list of acts.</numerusform>
                <numerusform>%n acts came out differently after the backup: look at them in the list of acts.</numerusform>
            </translation>
        </message>
        <message>
            <source>District %1 may no longer be read by this login; its copy stays as it was.</source>
            <translation>District %1 may no longer be read by this login; its copy stays as it was.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::OutboxPage</name>
        <message>
            <source>Show &amp;everything, also what is done</source>
            <translation>Show &amp;everything, also what is done</translation>
        </message>
        <message>
            <source>Acts of this desktop</source>
            <translation>Acts of this desktop</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>Act</translation>
        </message>
        <message>
            <source>State</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Made</translation>
        </message>
        <message>
            <source>Note for closing: what was done about it</source>
            <translation>Note for closing: what was done about it</translation>
        </message>
        <message>
            <source>Note for closing</source>
            <translation>Note for closing</translation>
        </message>
        <message>
            <source>Write to a file…</source>
            <translation>Write to a file…</translation>
        </message>
        <message>
            <source>Reconciliation sheet</source>
            <translation>Reconciliation sheet</translation>
        </message>
        <message>
            <source>Do it again now</source>
            <translation>Do it again now</translation>
        </message>
        <message>
            <source>Close with the note</source>
            <translation>Close with the note</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Take back</translation>
        </message>
        <message>
            <source>To the case</source>
            <translation>To the case</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Nothing waits: everything done here has reached the centre.</source>
            <translation>Nothing waits: everything done here has reached the centre.</translation>
        </message>
        <message>
            <source>The first %1 of %2</source>
            <translation>The first %1 of %2</translation>
        </message>
        <message numerus="yes">
            <source>%n act(s)</source>
            <translation>
                <numerusform>%n act</numerusform>
                <numerusform>%n acts</numerusform>
            </translation>
        </message>
        <message>
            <source>Only what was never sent can be taken back.</source>
            <translation>Only what was never sent can be taken back.</translation>
        </message>
        <message>
            <source>Only what was not carried out is done again.</source>
            <translation>Only what was not carried out is done again.</translation>
        </message>
        <message>
            <source>Write a note first.</source>
            <translation>Write a note first.</translation>
        </message>
        <message>
            <source>Only what was not carried out has to be closed.</source>
            <translation>Only what was not carried out has to be closed.</translation>
        </message>
        <message>
            <source>There is no such case here.</source>
            <translation>There is no such case here.</translation>
        </message>
        <message>
            <source>Taken back, never sent: %1</source>
            <translation>Taken back, never sent: %1</translation>
        </message>
        <message>
            <source>Sent again: %1</source>
            <translation>Sent again: %1</translation>
        </message>
        <message>
            <source>Done again, the first try is closed: %1</source>
            <translation>Done again, the first try is closed: %1</translation>
        </message>
        <message>
            <source>Closed: %1</source>
            <translation>Closed: %1</translation>
        </message>
        <message>
            <source>Write what the centre has not confirmed to a file</source>
            <translation>Write what the centre has not confirmed to a file</translation>
        </message>
        <message numerus="yes">
            <source>%n act(s) written to %1</source>
            <translation>
                <numerusform>%n act written to %1</numerusform>
                <numerusform>%n acts written to %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing was done without the centre in the last two weeks.</source>
            <translation>Nothing was done without the centre in the last two weeks.</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>There is no printer; save the sheet instead.</source>
            <translation>There is no printer; save the sheet instead.</translation>
        </message>
        <message>
            <source>Sent to %1.</source>
            <translation>Sent to %1.</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>Save…</translation>
        </message>
        <message>
            <source>Save the reconciliation sheet</source>
            <translation>Save the reconciliation sheet</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>Saved: %1</translation>
        </message>
        <message>
            <source>It could not be written to %1.</source>
            <translation>It could not be written to %1.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::PastPage</name>
        <message>
            <source>The case as it stood</source>
            <translation>The case as it stood</translation>
        </message>
        <message>
            <source>Limits, as they read on that day</source>
            <translation>Limits, as they read on that day</translation>
        </message>
        <message>
            <source>Acts done by then</source>
            <translation>Acts done by then</translation>
        </message>
        <message>
            <source>2026-11-23 or 2026-11-23 10:03</source>
            <translation>2026-11-23 or 2026-11-23 10:03</translation>
        </message>
        <message>
            <source>Day, or day and time</source>
            <translation>Day, or day and time</translation>
        </message>
        <message>
            <source>One act earlier</source>
            <translation>One act earlier</translation>
        </message>
        <message>
            <source>One act later</source>
            <translation>One act later</translation>
        </message>
        <message>
            <source>Back to the present (Esc)</source>
            <translation>Back to the present (Esc)</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Enter a day such as 2026-11-23, or with the time, 2026-11-23 10:03.</source>
            <translation>Enter a day such as 2026-11-23, or with the time, 2026-11-23 10:03.</translation>
        </message>
        <message>
            <source>There was no such case then: nothing is recorded before its first act.</source>
            <translation>There was no such case then: nothing is recorded before its first act.</translation>
        </message>
        <message>
            <source>THE PAST, read only. As the case stood on %1, after act %2 of %3. Nothing that came later is shown.</source>
            <translation>THE PAST, read only. As the case stood on %1, after act %2 of %3. Nothing that came later is shown.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CentreAccountPage</name>
        <message>
            <source>Rights at the centre</source>
            <translation>Rights at the centre</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>District</source>
            <translation>District</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>Items</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Since</translation>
        </message>
        <message>
            <source>Granted by</source>
            <translation>Granted by</translation>
        </message>
        <message>
            <source>Account at the centre</source>
            <translation>Account at the centre</translation>
        </message>
        <message>
            <source>Present pass&amp;word</source>
            <translation>Present pass&amp;word</translation>
        </message>
        <message>
            <source>&amp;New password</source>
            <translation>&amp;New password</translation>
        </message>
        <message>
            <source>New password &amp;again</source>
            <translation>New password &amp;again</translation>
        </message>
        <message>
            <source>C&amp;hange the password</source>
            <translation>C&amp;hange the password</translation>
        </message>
        <message>
            <source>Asking the centre…</source>
            <translation>Asking the centre…</translation>
        </message>
        <message>
            <source>The centre cannot be reached; what it knows of this account is asked for when it can.</source>
            <translation>The centre cannot be reached; what it knows of this account is asked for when it can.</translation>
        </message>
        <message>
            <source>You are %1 in the record of acts of the centre.</source>
            <translation>You are %1 in the record of acts of the centre.</translation>
        </message>
        <message>
            <source>all districts</source>
            <translation>all districts</translation>
        </message>
        <message>
            <source>all items</source>
            <translation>all items</translation>
        </message>
        <message>
            <source>No right at present: the centre refuses every act.</source>
            <translation>No right at present: the centre refuses every act.</translation>
        </message>
        <message>
            <source>This centre is older and does not tell the rights.</source>
            <translation>This centre is older and does not tell the rights.</translation>
        </message>
        <message>
            <source>This account signs in without a password (domain, certificate or this machine): there is none to change.</source>
            <translation>This account signs in without a password (domain, certificate or this machine): there is none to change.</translation>
        </message>
        <message>
            <source>The new password was not typed the same twice.</source>
            <translation>The new password was not typed the same twice.</translation>
        </message>
        <message numerus="yes">
            <source>The new password needs %n character(s) at least.</source>
            <translation>
                <numerusform>The new password needs %n character at least.</numerusform>
                <numerusform>The new password needs %n characters at least.</numerusform>
            </translation>
        </message>
        <message>
            <source>The present password is wrong; nothing was changed.</source>
            <translation>The present password is wrong; nothing was changed.</translation>
        </message>
        <message>
            <source>The password of the account is changed, on every desktop that uses it.</source>
            <translation>The password of the account is changed, on every desktop that uses it.</translation>
        </message>
        <message>
            <source>The password at the centre is changed.</source>
            <translation>The password at the centre is changed.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::OfficeRecordPage</name>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>; </source>
            <translation>; </translation>
        </message>
        <message>
            <source>By</source>
            <translation>By</translation>
        </message>
        <message>
            <source>Changes of the office</source>
            <translation>Changes of the office</translation>
        </message>
        <message>
            <source>How</source>
            <translation>How</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>Nothing is ever taken out of this list; the check of the record goes through its chain too.</source>
            <translation>Nothing is ever taken out of this list; the check of the record goes through its chain too.</translation>
        </message>
        <message>
            <source>Show &amp;earlier ones</source>
            <translation>Show &amp;earlier ones</translation>
        </message>
        <message>
            <source>What</source>
            <translation>What</translation>
        </message>
        <message>
            <source>When</source>
            <translation>When</translation>
        </message>
        <message>
            <source>Whom or which</source>
            <translation>Whom or which</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::OfficeWords</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <translation>%1: %2 → %3</translation>
        </message>
        <message>
            <source>account added</source>
            <translation>account added</translation>
        </message>
        <message>
            <source>account changed</source>
            <translation>account changed</translation>
        </message>
        <message>
            <source>account disabled</source>
            <translation>account disabled</translation>
        </message>
        <message>
            <source>account enabled</source>
            <translation>account enabled</translation>
        </message>
        <message>
            <source>body</source>
            <translation>body</translation>
        </message>
        <message>
            <source>by the paper</source>
            <translation>by the paper</translation>
        </message>
        <message>
            <source>calendar of a year imported</source>
            <translation>calendar of a year imported</translation>
        </message>
        <message>
            <source>catalogue imported</source>
            <translation>catalogue imported</translation>
        </message>
        <message>
            <source>command line of this machine</source>
            <translation>command line of this machine</translation>
        </message>
        <message>
            <source>days changed</source>
            <translation>days changed</translation>
        </message>
        <message>
            <source>digest</source>
            <translation>digest</translation>
        </message>
        <message>
            <source>hall</source>
            <translation>hall</translation>
        </message>
        <message>
            <source>in force from</source>
            <translation>in force from</translation>
        </message>
        <message>
            <source>new password set</source>
            <translation>new password set</translation>
        </message>
        <message>
            <source>new recovery code made</source>
            <translation>new recovery code made</translation>
        </message>
        <message>
            <source>none</source>
            <translation>none</translation>
        </message>
        <message>
            <source>passphrase of the office changed</source>
            <translation>passphrase of the office changed</translation>
        </message>
        <message>
            <source>person</source>
            <translation>person</translation>
        </message>
        <message>
            <source>roles</source>
            <translation>roles</translation>
        </message>
        <message>
            <source>window</source>
            <translation>window</translation>
        </message>
        <message>
            <source>written by a newer program</source>
            <translation>written by a newer program</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ProtectionPage</name>
        <message>
            <source>&amp;Change the passphrase</source>
            <translation>&amp;Change the passphrase</translation>
        </message>
        <message>
            <source>&amp;Present passphrase</source>
            <translation>&amp;Present passphrase</translation>
        </message>
        <message>
            <source>&amp;Seal this office…</source>
            <translation>&amp;Seal this office…</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>A passphrase has at least %1 characters.</source>
            <translation>A passphrase has at least %1 characters.</translation>
        </message>
        <message>
            <source>Changing the passphrase</source>
            <translation>Changing the passphrase</translation>
        </message>
        <message>
            <source>Identity numbers, telephone numbers and answers of the police are sealed in the files of this office. It opens by: %1.</source>
            <translation>Identity numbers, telephone numbers and answers of the police are sealed in the files of this office. It opens by: %1.</translation>
        </message>
        <message>
            <source>Identity numbers, telephone numbers and answers of the police stand plain in the files of this office: whoever gets at the files can read them. For sealing, the window closes and asks for a passphrase; nothing is lost, and it opens again by itself.</source>
            <translation>Identity numbers, telephone numbers and answers of the police stand plain in the files of this office: whoever gets at the files can read them. For sealing, the window closes and asks for a passphrase; nothing is lost, and it opens again by itself.</translation>
        </message>
        <message>
            <source>Make a new &amp;recovery code</source>
            <translation>Make a new &amp;recovery code</translation>
        </message>
        <message>
            <source>Ne&amp;w passphrase</source>
            <translation>Ne&amp;w passphrase</translation>
        </message>
        <message>
            <source>New passphrase a&amp;gain</source>
            <translation>New passphrase a&amp;gain</translation>
        </message>
        <message>
            <source>On paper in a safe, it opens this office when the passphrase is forgotten and the keyring is lost. A new one makes the old one worthless.</source>
            <translation>On paper in a safe, it opens this office when the passphrase is forgotten and the keyring is lost. A new one makes the old one worthless.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>Recovery code</translation>
        </message>
        <message>
            <source>The old recovery code opens nothing any more.</source>
            <translation>The old recovery code opens nothing any more.</translation>
        </message>
        <message>
            <source>The passphrase is changed; every other way to open the office stays.</source>
            <translation>The passphrase is changed; every other way to open the office stays.</translation>
        </message>
        <message>
            <source>The two passphrases differ.</source>
            <translation>The two passphrases differ.</translation>
        </message>
        <message>
            <source>These cases are made up: nothing in them is sealed.</source>
            <translation>These cases are made up: nothing in them is sealed.</translation>
        </message>
        <message>
            <source>This is not the present passphrase; nothing was changed.</source>
            <translation>This is not the present passphrase; nothing was changed.</translation>
        </message>
        <message>
            <source>Write it down now and lock it away: it is shown until you leave this page, and the old one opens nothing any more.</source>
            <translation>Write it down now and lock it away: it is shown until you leave this page, and the old one opens nothing any more.</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::WayWords</name>
        <message>
            <source>a key file of a service</source>
            <translation>a key file of a service</translation>
        </message>
        <message>
            <source>the keyring of this machine</source>
            <translation>the keyring of this machine</translation>
        </message>
        <message>
            <source>the passphrase</source>
            <translation>the passphrase</translation>
        </message>
        <message>
            <source>the recovery code</source>
            <translation>the recovery code</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::FaultWords</name>
        <message>
            <source>a change of the office is missing</source>
            <translation>a change of the office is missing</translation>
        </message>
        <message>
            <source>a change of the office was altered</source>
            <translation>a change of the office was altered</translation>
        </message>
        <message>
            <source>a witness is missing</source>
            <translation>a witness is missing</translation>
        </message>
        <message>
            <source>acts have changed places</source>
            <translation>acts have changed places</translation>
        </message>
        <message>
            <source>an act is missing</source>
            <translation>an act is missing</translation>
        </message>
        <message>
            <source>an act was changed</source>
            <translation>an act was changed</translation>
        </message>
        <message>
            <source>an act was slipped in</source>
            <translation>an act was slipped in</translation>
        </message>
        <message>
            <source>the application is not the one taken in</source>
            <translation>the application is not the one taken in</translation>
        </message>
        <message>
            <source>the case does not stand as its acts left it</source>
            <translation>the case does not stand as its acts left it</translation>
        </message>
        <message>
            <source>the case is not as its application says</source>
            <translation>the case is not as its application says</translation>
        </message>
        <message>
            <source>the chain does not end where it should</source>
            <translation>the chain does not end where it should</translation>
        </message>
        <message>
            <source>the chain is not the one that a witness saw</source>
            <translation>the chain is not the one that a witness saw</translation>
        </message>
        <message>
            <source>the decision is not the one its act names</source>
            <translation>the decision is not the one its act names</translation>
        </message>
        <message>
            <source>the end of the changes of the office was cut off</source>
            <translation>the end of the changes of the office was cut off</translation>
        </message>
        <message>
            <source>the end was cut off</source>
            <translation>the end was cut off</translation>
        </message>
        <message>
            <source>the file of witnesses was changed</source>
            <translation>the file of witnesses was changed</translation>
        </message>
        <message>
            <source>the totals of the lists are not those of the cases</source>
            <translation>the totals of the lists are not those of the cases</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::DoubtWords</name>
        <message>
            <source>As this program counts, the case stood where this cannot be done, or went on to another state.</source>
            <translation>As this program counts, the case stood where this cannot be done, or went on to another state.</translation>
        </message>
        <message>
            <source>By the workflow of this program, that role may not do it.</source>
            <translation>By the workflow of this program, that role may not do it.</translation>
        </message>
        <message>
            <source>The act gives no reason.</source>
            <translation>The act gives no reason.</translation>
        </message>
        <message>
            <source>The act names no article it rests on.</source>
            <translation>The act names no article it rests on.</translation>
        </message>
        <message>
            <source>The act names no document.</source>
            <translation>The act names no document.</translation>
        </message>
        <message>
            <source>A second person had to sign and did not.</source>
            <translation>A second person had to sign and did not.</translation>
        </message>
        <message>
            <source>Who acted and who signed are one person.</source>
            <translation>Who acted and who signed are one person.</translation>
        </message>
        <message>
            <source>Who signed may not sign this.</source>
            <translation>Who signed may not sign this.</translation>
        </message>
        <message>
            <source>Who proposed the refusal signed it too.</source>
            <translation>Who proposed the refusal signed it too.</translation>
        </message>
        <message>
            <source>The act does not say who did it.</source>
            <translation>The act does not say who did it.</translation>
        </message>
        <message>
            <source>By the catalogue of this desktop, another body decides this.</source>
            <translation>By the catalogue of this desktop, another body decides this.</translation>
        </message>
        <message>
            <source>The case is decided under another version of its item.</source>
            <translation>The case is decided under another version of its item.</translation>
        </message>
        <message>
            <source>The item had been cancelled.</source>
            <translation>The item had been cancelled.</translation>
        </message>
        <message>
            <source>The act is stamped earlier than the one before it.</source>
            <translation>The act is stamped earlier than the one before it.</translation>
        </message>
        <message>
            <source>The case had been accepted already.</source>
            <translation>The case had been accepted already.</translation>
        </message>
        <message>
            <source>The case had not been accepted.</source>
            <translation>The case had not been accepted.</translation>
        </message>
        <message>
            <source>The five working days after which a case counts as accepted were not over.</source>
            <translation>The five working days after which a case counts as accepted were not over.</translation>
        </message>
        <message>
            <source>The notice does not say everything it has to say.</source>
            <translation>The notice does not say everything it has to say.</translation>
        </message>
        <message>
            <source>The notice names what could have been told the first time, and nobody signed for it.</source>
            <translation>The notice names what could have been told the first time, and nobody signed for it.</translation>
        </message>
        <message>
            <source>The act names a document that the item does not have.</source>
            <translation>The act names a document that the item does not have.</translation>
        </message>
        <message>
            <source>A main document was allowed to follow later.</source>
            <translation>A main document was allowed to follow later.</translation>
        </message>
        <message>
            <source>Nothing was missing for which it could be accepted conditionally.</source>
            <translation>Nothing was missing for which it could be accepted conditionally.</translation>
        </message>
        <message>
            <source>Documents of the conditional acceptance were still missing.</source>
            <translation>Documents of the conditional acceptance were still missing.</translation>
        </message>
        <message>
            <source>The act lacks the day by which something is due.</source>
            <translation>The act lacks the day by which something is due.</translation>
        </message>
        <message>
            <source>The day that was set lies outside what the law allows.</source>
            <translation>The day that was set lies outside what the law allows.</translation>
        </message>
        <message>
            <source>The item does not offer a promise instead of proof.</source>
            <translation>The item does not offer a promise instead of proof.</translation>
        </message>
        <message>
            <source>A promise was taken in a matter of safety.</source>
            <translation>A promise was taken in a matter of safety.</translation>
        </message>
        <message>
            <source>A promise was taken from somebody with unrepaired bad credit.</source>
            <translation>A promise was taken from somebody with unrepaired bad credit.</translation>
        </message>
        <message>
            <source>A promise was taken although the credit register had not answered.</source>
            <translation>A promise was taken although the credit register had not answered.</translation>
        </message>
        <message>
            <source>There was no promise that could be withdrawn.</source>
            <translation>There was no promise that could be withdrawn.</translation>
        </message>
        <message>
            <source>The applicant had asked for a person, and the program decided.</source>
            <translation>The applicant had asked for a person, and the program decided.</translation>
        </message>
        <message>
            <source>A person had worked on the case, and the program decided.</source>
            <translation>A person had worked on the case, and the program decided.</translation>
        </message>
        <message>
            <source>The item does not let the program do this.</source>
            <translation>The item does not let the program do this.</translation>
        </message>
        <message>
            <source>The limit had been extended before.</source>
            <translation>The limit had been extended before.</translation>
        </message>
        <message>
            <source>The extension is longer than the law allows.</source>
            <translation>The extension is longer than the law allows.</translation>
        </message>
        <message>
            <source>The clock had been stopped already.</source>
            <translation>The clock had been stopped already.</translation>
        </message>
        <message>
            <source>A second visit to the hall has no reason.</source>
            <translation>A second visit to the hall has no reason.</translation>
        </message>
        <message>
            <source>The item is not sent by courier.</source>
            <translation>The item is not sent by courier.</translation>
        </message>
        <message>
            <source>The number of the waybill is none.</source>
            <translation>The number of the waybill is none.</translation>
        </message>
        <message>
            <source>It does not say who took the result.</source>
            <translation>It does not say who took the result.</translation>
        </message>
        <message>
            <source>There was nothing under way that could come back.</source>
            <translation>There was nothing under way that could come back.</translation>
        </message>
        <message>
            <source>There was no licence that could be revoked.</source>
            <translation>There was no licence that could be revoked.</translation>
        </message>
        <message>
            <source>The name of an account is none.</source>
            <translation>The name of an account is none.</translation>
        </message>
        <message>
            <source>A text holds characters that nobody can see, or is too long.</source>
            <translation>A text holds characters that nobody can see, or is too long.</translation>
        </message>
        <message>
            <source>The time that the applicant was given had not passed.</source>
            <translation>The time that the applicant was given had not passed.</translation>
        </message>
        <message>
            <source>By this desktop&apos;s calendar the limit had passed.</source>
            <translation>By this desktop&apos;s calendar the limit had passed.</translation>
        </message>
        <message>
            <source>Paper was asked for that shared data delivers, without a reason.</source>
            <translation>Paper was asked for that shared data delivers, without a reason.</translation>
        </message>
        <message>
            <source>A supplement came without documents or corrections.</source>
            <translation>A supplement came without documents or corrections.</translation>
        </message>
        <message>
            <source>A person decided before the rules had looked, without saying why.</source>
            <translation>A person decided before the rules had looked, without saying why.</translation>
        </message>
        <message>
            <source>The window does not serve this item.</source>
            <translation>The window does not serve this item.</translation>
        </message>
        <message>
            <source>The account is not known here.</source>
            <translation>The account is not known here.</translation>
        </message>
        <message>
            <source>The account does not hold that role here.</source>
            <translation>The account does not hold that role here.</translation>
        </message>
        <message>
            <source>Somebody else was working on the case.</source>
            <translation>Somebody else was working on the case.</translation>
        </message>
        <message>
            <source>The rating says nothing.</source>
            <translation>The rating says nothing.</translation>
        </message>
        <message>
            <source>The case had been rated before.</source>
            <translation>The case had been rated before.</translation>
        </message>
        <message>
            <source>There was no bad rating that had to be put right.</source>
            <translation>There was no bad rating that had to be put right.</translation>
        </message>
        <message>
            <source>The clock was started again before the time that had been told.</source>
            <translation>The clock was started again before the time that had been told.</translation>
        </message>
        <message>
            <source>What came with the act is not what the act names; it was not kept.</source>
            <translation>What came with the act is not what the act names; it was not kept.</translation>
        </message>
        <message>
            <source>What the rules decided from cannot be read by this program; update it.</source>
            <translation>What the rules decided from cannot be read by this program; update it.</translation>
        </message>
        <message>
            <source>The rules by which it was decided are not at the centre; their reasons cannot be shown here.</source>
            <translation>The rules by which it was decided are not at the centre; their reasons cannot be shown here.</translation>
        </message>
        <message>
            <source>By the texts and the calendar of this desktop it would not have been possible (%1).</source>
            <translation>By the texts and the calendar of this desktop it would not have been possible (%1).</translation>
        </message>
    </context>
</TS>
