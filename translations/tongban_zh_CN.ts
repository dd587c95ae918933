<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
    <context>
        <name>tongban::ui::CasePage</name>
        <message>
            <source>Case</source>
            <translation>办件</translation>
        </message>
        <message>
            <source>No case is chosen. Choose one in the list, or press / and type its number.</source>
            <translation>尚未选择办件。请在列表中选择,或按 / 键输入受理号。</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Every act on this case</source>
            <translation>本件的全部行为记录</translation>
        </message>
        <message>
            <source>%1, %2. Received %3 through %4, external number %5.</source>
            <translation>%1,%2。%3 由%4收到,外部编号 %5。</translation>
        </message>
        <message>
            <source>Looks like the earlier case %1.</source>
            <translation>与先前的办件 %1 疑似重复。</translation>
        </message>
        <message>
            <source>%1, %2,</source>
            <translation>%1(%2)</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ClockPanel</name>
        <message>
            <source>Show the days of this limit</source>
            <translation>逐日查看该期限</translation>
        </message>
        <message>
            <source>This limit ends on the day it begins; there are no days to count.</source>
            <translation>该期限当日届满,没有需要逐日计算的日子。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ClockWords</name>
        <message>
            <source>To accept or give notice</source>
            <translation>受理或一次性告知</translation>
        </message>
        <message>
            <source>For the applicant to supplement</source>
            <translation>申请人补正</translation>
        </message>
        <message>
            <source>For documents to follow</source>
            <translation>容缺材料补交</translation>
        </message>
        <message>
            <source>To decide, legal limit</source>
            <translation>决定(法定期限)</translation>
        </message>
        <message>
            <source>To decide, promised limit</source>
            <translation>决定(承诺期限)</translation>
        </message>
        <message>
            <source>This step, legal limit</source>
            <translation>本环节(法定期限)</translation>
        </message>
        <message>
            <source>This step, promised limit</source>
            <translation>本环节(承诺期限)</translation>
        </message>
        <message>
            <source>To deliver</source>
            <translation>送达</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>已中止</translation>
        </message>
        <message>
            <source> (provisional)</source>
            <translation>(暂定)</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) late, %1</source>
            <translation>
                <numerusform>超期 %n 日,%1</numerusform>
            </translation>
        </message>
        <message>
            <source>due today, %1</source>
            <translation>今日到期,%1</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left, %1</source>
            <translation>
                <numerusform>剩 %n 日,%1</numerusform>
            </translation>
        </message>
        <message>
            <source>day %1</source>
            <translation>第 %1 日</translation>
        </message>
        <message>
            <source>day %1, a weekend day that is worked</source>
            <translation>第 %1 日,调休上班</translation>
        </message>
        <message>
            <source>weekend, not counted</source>
            <translation>周末,不计</translation>
        </message>
        <message>
            <source>%1, not counted</source>
            <translation>%1,不计</translation>
        </message>
        <message>
            <source>excluded by %1</source>
            <translation>依 %1 不计</translation>
        </message>
        <message>
            <source>moved to this working day</source>
            <translation>顺延至此工作日</translation>
        </message>
        <message>
            <source>To put right</source>
            <translation>差评整改</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CommandPalette</name>
        <message>
            <source>Commands</source>
            <translation>命令</translation>
        </message>
        <message>
            <source>Words of the command</source>
            <translation>命令的字词</translation>
        </message>
        <message>
            <source>Type a few words of a command</source>
            <translation>输入命令中的几个字</translation>
        </message>
        <message>
            <source>Commands found</source>
            <translation>找到的命令</translation>
        </message>
        <message>
            <source>(not now: %1)</source>
            <translation>(现在不可用:%1)</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::DeadlineStrip</name>
        <message>
            <source>Deadline day by day</source>
            <translation>期限逐日说明</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::DueText</name>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>超期 %n 日</numerusform>
            </translation>
        </message>
        <message>
            <source>due today</source>
            <translation>今日到期</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>剩 %n 日</numerusform>
            </translation>
        </message>
        <message>
            <source>clock stopped</source>
            <translation>已中止</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>不计期限</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ErrorText</name>
        <message>
            <source>That cannot be read. Check what was entered; nothing was changed.</source>
            <translation>内容无法识别。请检查输入;未作任何更改。</translation>
        </message>
        <message>
            <source>There is nothing by that name or number. Check it and try again.</source>
            <translation>没有这个名称或编号。请核对后重试。</translation>
        </message>
        <message>
            <source>Somebody else was first, or the clock is wrong. Nothing was changed; load anew and look again.</source>
            <translation>他人已先行处理,或时钟有误。未作任何更改;请重新载入后再看。</translation>
        </message>
        <message>
            <source>The data is damaged. Stop working on it, keep the folder as it is and call support.</source>
            <translation>数据已损坏。请停止操作,保持文件夹原样,并联系技术支持。</translation>
        </message>
        <message>
            <source>You have no right to that here. Nothing was changed.</source>
            <translation>您在此没有相应权限。未作任何更改。</translation>
        </message>
        <message>
            <source>A defect of the program. What was saved is kept; report the code to support.</source>
            <translation>程序缺陷。已保存的内容都保留着;请将代码告知技术支持。</translation>
        </message>
        <message>
            <source>It cannot be reached or written just now: another program has it, the line is down or the disk is full. Nothing was lost; see to that and do it again.</source>
            <translation>暂时无法读取或写入:可能正被其他程序占用、线路中断或磁盘已满。没有丢失任何内容;排除后请再办一次。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::EventTable</name>
        <message>
            <source>Every act on this case</source>
            <translation>本件的全部行为记录</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>行为</translation>
        </message>
        <message>
            <source>By</source>
            <translation>经办</translation>
        </message>
        <message>
            <source>Reason and basis</source>
            <translation>理由与依据</translation>
        </message>
        <message>
            <source>(Enter shows what was on the screen)</source>
            <translation>(按回车查看当时屏幕上的内容)</translation>
        </message>
        <message>
            <source>Place in the chain: %1</source>
            <translation>链上位置:%1</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1(%2)</translation>
        </message>
        <message>
            <source>Done at this desktop; the centre has not confirmed it yet.</source>
            <translation>本机办理,尚未经中心确认。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::MainWindow</name>
        <message>
            <source>Tongban</source>
            <translation>通办</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>前往(&amp;G)</translation>
        </message>
        <message>
            <source>Next case</source>
            <translation>下一件</translation>
        </message>
        <message>
            <source>Previous case</source>
            <translation>上一件</translation>
        </message>
        <message>
            <source>To the list</source>
            <translation>回到列表</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>Load anew</source>
            <translation>重新载入</translation>
        </message>
        <message>
            <source>All commands</source>
            <translation>全部命令</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>消息记录</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Search from anywhere</source>
            <translation>从任意位置查找</translation>
        </message>
        <message>
            <source>&amp;Case</source>
            <translation>办理(&amp;C)</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>退出登录</translation>
        </message>
        <message>
            <source>Screens</source>
            <translation>界面</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::MessageLog</name>
        <message>
            <source>Messages</source>
            <translation>消息记录</translation>
        </message>
        <message>
            <source>Messages, the newest first</source>
            <translation>消息记录,最新在前</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::QueueModel</name>
        <message>
            <source>%1: by %2, the nearer of the legal and the promised limit, in working days.</source>
            <translation>%1:至 %2,按法定与承诺期限中较早者、以工作日计算。</translation>
        </message>
        <message>
            <source>%1 works on it since %2.</source>
            <translation>%1 认领,自 %2。</translation>
        </message>
        <message>
            <source>%1 works on it at another desktop.</source>
            <translation>%1 正在另一台桌面办理此件。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::QueueScreen</name>
        <message>
            <source>&amp;List</source>
            <translation>列表(&amp;L)</translation>
        </message>
        <message>
            <source>List</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>Waiting for people</source>
            <translation>待人工办理</translation>
        </message>
        <message>
            <source>Waiting for the rules</source>
            <translation>待规则审批</translation>
        </message>
        <message>
            <source>Waiting for a source</source>
            <translation>待数据核验</translation>
        </message>
        <message>
            <source>Waiting for the applicant</source>
            <translation>待申请人补正</translation>
        </message>
        <message>
            <source>To be delivered</source>
            <translation>待送达</translation>
        </message>
        <message>
            <source>All cases, newest first</source>
            <translation>全部办件,最新在前</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>办件</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / 共 %2 件</translation>
        </message>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>找到 %n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>Kept as &quot;%1&quot; among your lists.</source>
            <translation>已在您的列表中保存为“%1”。</translation>
        </message>
        <message>
            <source>No longer kept: &quot;%1&quot;.</source>
            <translation>已删除保存的列表“%1”。</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) (F5 loads them)</source>
            <translation>
                <numerusform>%n 条更新(F5 载入)</numerusform>
            </translation>
        </message>
        <message>
            <source>Searched: case number, name and its pinyin initials, ID or credit code, plate, channel&apos;s number.</source>
            <translation>已查:受理号、姓名(名称)及拼音首字母、证件号或信用代码、号牌、渠道编号。</translation>
        </message>
        <message numerus="yes">
            <source>Names of %n case(s) are not searched yet.</source>
            <translation>
                <numerusform>另有 %n 件的姓名尚未编入检索。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the newest %n of more</source>
            <translation>
                <numerusform>最新 %n 件,另有更多</numerusform>
            </translation>
        </message>
        <message>
            <source>No filter</source>
            <translation>未筛选</translation>
        </message>
        <message>
            <source>Filter: %1</source>
            <translation>筛选:%1</translation>
        </message>
        <message>
            <source>%1 in all</source>
            <translation>共 %1 件</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Clear the filter</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Remove this kept list</source>
            <translation>删除此保存的列表</translation>
        </message>
        <message>
            <source>Received, not accepted yet</source>
            <translation>已收件待受理</translation>
        </message>
        <message>
            <source>Appointments</source>
            <translation>预约</translation>
        </message>
        <message>
            <source>Pre-reviews</source>
            <translation>预审</translation>
        </message>
        <message>
            <source>Case number or its middle, part of a name or its pinyin initials, ID or credit code, plate, channel&apos;s number; then Enter</source>
            <translation>受理号或其中段、姓名(名称)的一部分或拼音首字母、证件号或信用代码、号牌、渠道编号,然后按回车</translation>
        </message>
        <message>
            <source>Filter (%1)</source>
            <translation>筛选 (%1)</translation>
        </message>
        <message>
            <source>Clear (%1)</source>
            <translation>清除 (%1)</translation>
        </message>
        <message>
            <source>%1; %2; %3.</source>
            <translation>%1;%2;%3。</translation>
        </message>
        <message>
            <source>Export the list</source>
            <translation>导出列表</translation>
        </message>
        <message>
            <source>Claim the whole list...</source>
            <translation>认领整个列表…</translation>
        </message>
        <message>
            <source>Put the whole list back...</source>
            <translation>放回整个列表…</translation>
        </message>
        <message>
            <source>Print receipts for the whole list...</source>
            <translation>为整个列表打印回执…</translation>
        </message>
        <message>
            <source>Number, name, ID, plate; Enter</source>
            <translation>受理号、姓名、首字母、证件号、号牌,回车</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ReasonWords</name>
        <message>
            <source>The centre did not take this case in; it is kept here for its files. See the acts of this desktop.</source>
            <translation>中心未受理此件;因有附件保留在本机。见“中心”界面中本机的操作。</translation>
        </message>
        <message>
            <source>A file was put to the case.</source>
            <translation>附加了文件。</translation>
        </message>
        <message>
            <source>A file was put to document %1.</source>
            <translation>为材料 %1 附加了文件。</translation>
        </message>
        <message>
            <source>The application says so.</source>
            <translation>申请表中写明。</translation>
        </message>
        <message>
            <source>A member of the staff took it over.</source>
            <translation>工作人员已接手办理。</translation>
        </message>
        <message>
            <source>The applicant asked for a person to decide.</source>
            <translation>申请人要求由人工办理。</translation>
        </message>
        <message>
            <source>It looks like an earlier case of the same applicant.</source>
            <translation>与同一申请人此前的办件重复。</translation>
        </message>
        <message>
            <source>The item has no rules; people decide it.</source>
            <translation>本事项没有审批规则,由工作人员决定。</translation>
        </message>
        <message>
            <source>This office does not decide the item in that district.</source>
            <translation>该事项在此区域不由本机关决定。</translation>
        </message>
        <message>
            <source>Main documents are missing.</source>
            <translation>缺少主要材料。</translation>
        </message>
        <message>
            <source>A source has not answered yet.</source>
            <translation>有来源尚未答复。</translation>
        </message>
        <message>
            <source>Something cannot be established without a person.</source>
            <translation>有的情况须由人查明。</translation>
        </message>
        <message>
            <source>The rules found something (%1).</source>
            <translation>规则审查有发现(%1)。</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1(%2)</translation>
        </message>
        <message>
            <source>The rules would refuse, and only people refuse.</source>
            <translation>规则得出不予许可,而不予许可须由人决定。</translation>
        </message>
        <message>
            <source>The rules came to no conclusion.</source>
            <translation>规则未能得出结论。</translation>
        </message>
        <message>
            <source>The conclusion of the rules does not fit what they found.</source>
            <translation>规则的结论与审查发现不一致。</translation>
        </message>
        <message>
            <source>It was taken in long after the stated day of receipt; a person finds out the true day.</source>
            <translation>录入时距所填收件日期已超过受理期限,须由人核实真实日期。</translation>
        </message>
        <message>
            <source>asked for a person</source>
            <translation>申请人要求人工</translation>
        </message>
        <message>
            <source>looks like an earlier case</source>
            <translation>疑似重复</translation>
        </message>
        <message>
            <source>item decided by people</source>
            <translation>人工事项</translation>
        </message>
        <message>
            <source>outside our power</source>
            <translation>不属本机关权限</translation>
        </message>
        <message>
            <source>main documents missing</source>
            <translation>缺主要材料</translation>
        </message>
        <message>
            <source>a source has not answered</source>
            <translation>来源尚未答复</translation>
        </message>
        <message>
            <source>cannot be established</source>
            <translation>无法查明</translation>
        </message>
        <message>
            <source>finding %1</source>
            <translation>审查发现 %1</translation>
        </message>
        <message>
            <source>rules would refuse</source>
            <translation>规则拟不予</translation>
        </message>
        <message>
            <source>rules came to no conclusion</source>
            <translation>规则未得出结论</translation>
        </message>
        <message>
            <source>conclusion does not fit</source>
            <translation>结论与发现不符</translation>
        </message>
        <message>
            <source>taken over by staff</source>
            <translation>已转由人员办理</translation>
        </message>
        <message>
            <source>taken in late</source>
            <translation>录入时受理期限已过</translation>
        </message>
        <message>
            <source>not taken in by the centre</source>
            <translation>中心未受理</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ViewMenu</name>
        <message>
            <source>&amp;View</source>
            <translation>查看(&amp;V)</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Eye care (pale green)</source>
            <translation>护眼豆沙绿</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>高对比</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>放大字号</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>缩小字号</translation>
        </message>
        <message>
            <source>Normal text</source>
            <translation>标准字号</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::EntryForm</name>
        <message>
            <source>The applicant wants a &amp;person to decide</source>
            <translation>申请人要求由工作人员办理(&amp;P)</translation>
        </message>
        <message>
            <source>The applicant wants a person to decide</source>
            <translation>申请人要求由工作人员办理</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>自然人</translation>
        </message>
        <message>
            <source>Enterprise</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>&amp;Applicant</source>
            <translation>申请人类型(&amp;A)</translation>
        </message>
        <message>
            <source>I&amp;D number or credit code</source>
            <translation>证件号码或信用代码(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>姓名或名称(&amp;N)</translation>
        </message>
        <message>
            <source>P&amp;hone</source>
            <translation>联系电话(&amp;H)</translation>
        </message>
        <message>
            <source>Di&amp;strict</source>
            <translation>所属区域(&amp;S)</translation>
        </message>
        <message>
            <source>(not stated)</source>
            <translation>(未申报)</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>main</source>
            <translation>主要</translation>
        </message>
        <message>
            <source>minor, may follow</source>
            <translation>次要，可后补</translation>
        </message>
        <message>
            <source>not asked for</source>
            <translation>免提交</translation>
        </message>
        <message>
            <source>delivered by shared data</source>
            <translation>由共享数据提供</translation>
        </message>
        <message>
            <source>%1. %2 (%3)</source>
            <translation>%1. %2(%3)</translation>
        </message>
        <message>
            <source>Shared data or the licence store delivers this document; paper is not asked for.</source>
            <translation>此材料由共享数据或电子证照库提供，不再要求提交纸质件。</translation>
        </message>
        <message>
            <source>Documents received</source>
            <translation>已收材料</translation>
        </message>
        <message>
            <source>The applicant p&amp;romises instead of proving</source>
            <translation>申请人作出告知承诺(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Minor documents are to follow</source>
            <translation>次要材料容后补交(&amp;M)</translation>
        </message>
        <message>
            <source>The applicant promises instead of proving</source>
            <translation>申请人作出告知承诺</translation>
        </message>
        <message>
            <source>Minor documents are to follow</source>
            <translation>次要材料容后补交</translation>
        </message>
        <message>
            <source>The item does not offer a promise, or it is a matter of safety.</source>
            <translation>本事项不适用告知承诺,或涉及安全。</translation>
        </message>
        <message>
            <source>The item has no minor documents; main ones may not follow.</source>
            <translation>本事项没有次要材料;主要材料不得容缺。</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>正式申请</translation>
        </message>
        <message>
            <source>For a look beforehand (pre-review)</source>
            <translation>预审</translation>
        </message>
        <message>
            <source>Appointment</source>
            <translation>预约</translation>
        </message>
        <message>
            <source>Hand&amp;ed in as</source>
            <translation>办理方式(&amp;E)</translation>
        </message>
        <message>
            <source>Ask for paper</source>
            <translation>要求纸质</translation>
        </message>
        <message>
            <source>Why paper is asked for: %1</source>
            <translation>要求纸质的理由:%1</translation>
        </message>
        <message>
            <source>Ask for paper: %1</source>
            <translation>要求纸质:%1</translation>
        </message>
        <message>
            <source>Write the reason first.</source>
            <translation>请先写明理由。</translation>
        </message>
        <message>
            <source>From: %1, as of %2</source>
            <translation>取自:%1,截至 %2</translation>
        </message>
        <message>
            <source>Typed at the counter; %1 says: %2</source>
            <translation>窗口录入;%1 记载:%2</translation>
        </message>
        <message>
            <source>Why on paper?</source>
            <translation>要求纸质的理由</translation>
        </message>
        <message>
            <source>Ask for paper…</source>
            <translation>要求纸质…</translation>
        </message>
        <message>
            <source>Say why paper is asked for: %1</source>
            <translation>填写要求纸质的理由:%1</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::IntakeScreen</name>
        <message>
            <source>Take in (Ctrl+Enter)</source>
            <translation>收件(Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Print the receipt (Ctrl+P)</source>
            <translation>打印收件凭证(Ctrl+P)</translation>
        </message>
        <message>
            <source>New application</source>
            <translation>新收件</translation>
        </message>
        <message>
            <source>What registers say</source>
            <translation>登记信息</translation>
        </message>
        <message>
            <source>Earlier cases</source>
            <translation>先前办件</translation>
        </message>
        <message>
            <source>Choose a permit item first.</source>
            <translation>请先选择事项。</translation>
        </message>
        <message>
            <source>There is a receipt once the application is taken in.</source>
            <translation>收件之后才能打印收件凭证。</translation>
        </message>
        <message>
            <source>The unfinished entry is here again.</source>
            <translation>上次未完成的录入已恢复。</translation>
        </message>
        <message>
            <source>%1 Promised within %2 working days.</source>
            <translation>%1 承诺 %2 个工作日内办结。</translation>
        </message>
        <message>
            <source>%1, received %2, by way of %3</source>
            <translation>%1，%2 收到，渠道 %3</translation>
        </message>
        <message>
            <source>The same applicant has open cases for this item:</source>
            <translation>同一申请人在本事项下有未办结的办件：</translation>
        </message>
        <message>
            <source>%1: on record, as of %2</source>
            <translation>%1：有记录，截至 %2</translation>
        </message>
        <message>
            <source>Shared data about this applicant:</source>
            <translation>该申请人的共享数据：</translation>
        </message>
        <message>
            <source>Use the registered name %1 (Ctrl+U)</source>
            <translation>采用登记名称 %1(Ctrl+U)</translation>
        </message>
        <message>
            <source>Not taken in. What was typed is still here and is kept.</source>
            <translation>未收件。录入内容仍在，并已保存。</translation>
        </message>
        <message numerus="yes">
            <source>Not taken in: %n field(s) have to be put right.</source>
            <translation>
                <numerusform>未收件：有 %n 处需要改正。</numerusform>
            </translation>
        </message>
        <message>
            <source>Received as %1. It is not accepted yet.</source>
            <translation>已收件，编号 %1。尚未受理。</translation>
        </message>
        <message>
            <source>Looks like the earlier case %1.</source>
            <translation>与先前的办件 %1 疑似重复。</translation>
        </message>
        <message>
            <source>This account may not print papers.</source>
            <translation>此账号不能打印文书。</translation>
        </message>
        <message>
            <source>The receipt is in %1.</source>
            <translation>收件凭证已存为 %1。</translation>
        </message>
        <message>
            <source>What you type cannot be written to the disk at present [%1]. It is all still here; make room on the disk, and it is written by itself.</source>
            <translation>输入的内容暂时无法写入磁盘 [%1]。内容都还在屏幕上;请清理磁盘空间,程序会自动写入。</translation>
        </message>
        <message>
            <source>The receipt goes to the printer %1; a copy is in %2.</source>
            <translation>收件回执已送打印机 %1;副本在 %2。</translation>
        </message>
        <message>
            <source>Not taken in: say why paper is asked for that shared data delivers.</source>
            <translation>未收件:请说明为何要求数据共享已提供的纸质材料。</translation>
        </message>
        <message>
            <source>There is no receipt yet: the font of documents, a template or the disk is not in order [%1]. The application is taken in and kept; print it again when that is put right.</source>
            <translation>回执尚未生成:文书字体、模板或磁盘有问题 [%1]。申请已收件并保存;排除后请重新打印。</translation>
        </message>
        <message>
            <source>Not taken in. What was typed is still here.</source>
            <translation>未收件。录入内容仍在。</translation>
        </message>
        <message>
            <source>Not taken in: the disk takes nothing at present. What was typed is still here; make room on the disk and send it again.</source>
            <translation>未收件:磁盘目前无法写入。录入内容仍在屏幕上;请清理磁盘空间后再次提交。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ItemChooser</name>
        <message>
            <source>Permit &amp;item</source>
            <translation>事项(&amp;I)</translation>
        </message>
        <message>
            <source>Permit item</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Part of the name, or the code; Enter takes it</source>
            <translation>输入名称的一部分或编码，按 Enter 选定</translation>
        </message>
        <message>
            <source>Items that fit</source>
            <translation>符合的事项</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ProblemWords</name>
        <message>
            <source>Has to be filled in.</source>
            <translation>必须填写。</translation>
        </message>
        <message>
            <source>The check character does not fit: a character is wrong, or two have changed places.</source>
            <translation>校验码不符：有一位写错，或者有两位颠倒。</translation>
        </message>
        <message>
            <source>Is not written as such a number is written.</source>
            <translation>格式不符合这种编号的写法。</translation>
        </message>
        <message>
            <source>Is too long.</source>
            <translation>过长。</translation>
        </message>
        <message>
            <source>There is no such day. Write 2026-11-23.</source>
            <translation>没有这一天。请写作 2026-11-23。</translation>
        </message>
        <message>
            <source>Lies in the future.</source>
            <translation>在将来。</translation>
        </message>
        <message>
            <source>Is not one of the possible values.</source>
            <translation>不在可选的值之内。</translation>
        </message>
        <message>
            <source>Is not of the kind that is wanted here.</source>
            <translation>类型不符。</translation>
        </message>
        <message>
            <source>Has a character that nobody can see. Type it anew.</source>
            <translation>含有看不见的字符，请重新输入。</translation>
        </message>
        <message>
            <source>There is no such permit item today.</source>
            <translation>目前没有此事项。</translation>
        </message>
        <message>
            <source>This permit item takes no new cases.</source>
            <translation>此事项不再收件。</translation>
        </message>
        <message>
            <source>There is no such district.</source>
            <translation>没有此区域。</translation>
        </message>
        <message>
            <source>Has characters that are broken. Type it anew.</source>
            <translation>含有损坏的字符，请重新输入。</translation>
        </message>
        <message>
            <source>Does not go together with the rest of the form.</source>
            <translation>与表单的其他内容不符。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::AccountProblemText</name>
        <message>
            <source>An account name is made of lower-case letters, digits and . _ - @, at most 64.</source>
            <translation>账号只能由小写字母、数字和 . _ - @ 组成,至多 64 位。</translation>
        </message>
        <message>
            <source>That account exists already.</source>
            <translation>账号已存在。</translation>
        </message>
        <message>
            <source>Enter the name of the person.</source>
            <translation>请填写姓名。</translation>
        </message>
        <message>
            <source>Choose a role of the staff.</source>
            <translation>请选择工作人员的岗位。</translation>
        </message>
        <message>
            <source>The catalogue has no such body.</source>
            <translation>目录中没有这个机关。</translation>
        </message>
        <message>
            <source>The catalogue has no such hall.</source>
            <translation>目录中没有这个大厅。</translation>
        </message>
        <message>
            <source>The hall has no such window.</source>
            <translation>大厅没有这个窗口。</translation>
        </message>
        <message>
            <source>A password has at least %1 characters.</source>
            <translation>密码至少 %1 个字符。</translation>
        </message>
        <message>
            <source>The password may not be the account's name.</source>
            <translation>密码不能与账号相同。</translation>
        </message>
        <message>
            <source>Nobody else could administer this office; make another administrator first.</source>
            <translation>没有其他启用的管理员账号;请先设立另一名管理员。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ActForm</name>
        <message>
            <source>empty = %1</source>
            <translation>不填即 %1</translation>
        </message>
        <message>
            <source>such as 2026-12-15</source>
            <translation>例如 2026-12-15</translation>
        </message>
        <message>
            <source>Something else, in your own words</source>
            <translation>其他问题,自行填写</translation>
        </message>
        <message>
            <source>What the rules found</source>
            <translation>规则发现的问题</translation>
        </message>
        <message>
            <source>What the rules found: choose to add it</source>
            <translation>规则发现的问题:选一条加入理由</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Password of the second person</source>
            <translation>第二签署人的密码</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ActPanel</name>
        <message>
            <source>Back (Esc)</source>
            <translation>返回(Esc)</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>办理</translation>
        </message>
        <message>
            <source>%1 (Ctrl+Enter)</source>
            <translation>%1(Ctrl+回车)</translation>
        </message>
        <message>
            <source>The act is done and kept, but its witness could not be written; tell support.</source>
            <translation>已办理并保存,但未能写入见证文件,请告知维护人员。</translation>
        </message>
        <message>
            <source>What you type cannot be written to the disk at present [%1]. It is all still here; make room on the disk, and it is written by itself.</source>
            <translation>输入的内容暂时无法写入磁盘 [%1]。内容都还在屏幕上;请清理磁盘空间,程序会自动写入。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ActWords</name>
        <message>
            <source>Not in this state (%1).</source>
            <translation>现状态(%1)不能办理这一步。</translation>
        </message>
        <message>
            <source>Not in your role; these may: %1.</source>
            <translation>您的岗位无权办理,有权的是:%1。</translation>
        </message>
        <message>
            <source>Say why.</source>
            <translation>请写明理由。</translation>
        </message>
        <message>
            <source>Choose or enter the article it rests on.</source>
            <translation>请选择或填写依据的条款。</translation>
        </message>
        <message>
            <source>Enter the number of the document.</source>
            <translation>请填写文书编号。</translation>
        </message>
        <message>
            <source>A second person has to sign (%1).</source>
            <translation>须由第二人签署(%1)。</translation>
        </message>
        <message>
            <source>Another person than you has to sign.</source>
            <translation>签署人不能是经办人本人。</translation>
        </message>
        <message>
            <source>That person may not sign this; wanted: %1.</source>
            <translation>签署人岗位不符,应为:%1。</translation>
        </message>
        <message>
            <source>Who proposed the refusal cannot sign it too.</source>
            <translation>拟办人不能复核自己的意见。</translation>
        </message>
        <message>
            <source>Another body decides this here: %1.</source>
            <translation>此事项在本区由 %1 决定。</translation>
        </message>
        <message>
            <source>The clock stands before the last act (%2); set it right first.</source>
            <translation>时钟早于上一步(%2),请先校正时钟。</translation>
        </message>
        <message>
            <source>Accepted already.</source>
            <translation>已经受理。</translation>
        </message>
        <message>
            <source>It has to be accepted first.</source>
            <translation>须先受理。</translation>
        </message>
        <message>
            <source>Choose what is missing or wrong; each needs an article and words.</source>
            <translation>请勾选缺少或有误的内容,每一项都要有依据和文字。</translation>
        </message>
        <message>
            <source>This could have been told the first time; a supervisor has to sign: %1.</source>
            <translation>首次告知时就能发现,再次告知须由负责人签署:%1。</translation>
        </message>
        <message>
            <source>Document %3 is a main one and may not follow later.</source>
            <translation>第 %3 项是主要材料,不能容缺。</translation>
        </message>
        <message>
            <source>Choose the documents that follow.</source>
            <translation>请勾选后补的材料。</translation>
        </message>
        <message>
            <source>Documents of the conditional acceptance are missing: %1.</source>
            <translation>容缺材料尚未补齐:%1。</translation>
        </message>
        <message>
            <source>Enter a day such as 2026-12-15.</source>
            <translation>请填写日期,例如 2026-12-15。</translation>
        </message>
        <message>
            <source>The day is too early or too late; the bound is %2.</source>
            <translation>日期过早或过晚,界限是 %2。</translation>
        </message>
        <message>
            <source>The item does not offer a promise.</source>
            <translation>此事项不适用告知承诺。</translation>
        </message>
        <message>
            <source>No promise in matters of safety.</source>
            <translation>涉及安全的事项不适用告知承诺。</translation>
        </message>
        <message>
            <source>No promise: bad credit that is not repaired.</source>
            <translation>有未修复的失信记录,不适用告知承诺。</translation>
        </message>
        <message>
            <source>The credit record did not answer; try again shortly.</source>
            <translation>信用记录尚未答复,请稍后再试。</translation>
        </message>
        <message>
            <source>There is no promise.</source>
            <translation>没有作出过承诺。</translation>
        </message>
        <message>
            <source>Extended once already.</source>
            <translation>已经延长过一次。</translation>
        </message>
        <message>
            <source>At most %3 working days.</source>
            <translation>最多延长 %3 个工作日。</translation>
        </message>
        <message>
            <source>Suspended already.</source>
            <translation>已经中止计时。</translation>
        </message>
        <message>
            <source>Visits so far: %3; say why there is another.</source>
            <translation>已到场 %3 次,请写明再次到场的理由。</translation>
        </message>
        <message>
            <source>The item is not sent by courier.</source>
            <translation>此事项不提供快递送达。</translation>
        </message>
        <message>
            <source>The waybill is wrong.</source>
            <translation>运单号有误。</translation>
        </message>
        <message>
            <source>Enter who took it.</source>
            <translation>请填写领取人。</translation>
        </message>
        <message>
            <source>No parcel is under way.</source>
            <translation>没有在途的快递。</translation>
        </message>
        <message>
            <source>Only what was granted can be revoked.</source>
            <translation>只有准予的许可才能撤销。</translation>
        </message>
        <message>
            <source>The text is too long or has invisible characters.</source>
            <translation>文字过长或含不可见字符。</translation>
        </message>
        <message>
            <source>The limit ran out on %2 and cannot be extended.</source>
            <translation>期限已于 %2 届满,不能再延长。</translation>
        </message>
        <message>
            <source>Shared data delivers document %3; say why it is asked for on paper.</source>
            <translation>第 %3 项材料由共享数据取得,请写明索要纸质的理由。</translation>
        </message>
        <message>
            <source>Choose the documents that came.</source>
            <translation>请勾选收到的材料。</translation>
        </message>
        <message>
            <source>The rules have not looked at the case; say why you decide without.</source>
            <translation>规则尚未审查本件,请写明不经规则决定的理由。</translation>
        </message>
        <message>
            <source>Your window does not serve this item.</source>
            <translation>您所在的窗口不办理本事项。</translation>
        </message>
        <message>
            <source>There is no account %1 that may work here.</source>
            <translation>没有可用的账号 %1。</translation>
        </message>
        <message>
            <source>The account does not hold that role: %1.</source>
            <translation>该账号没有这个岗位:%1。</translation>
        </message>
        <message>
            <source>It cannot be done here.</source>
            <translation>此处不能办理。</translation>
        </message>
        <message>
            <source>W&amp;hat is missing or wrong</source>
            <translation>缺少或有误的内容(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Documents</source>
            <translation>材料(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Reason</source>
            <translation>理由(&amp;R)</translation>
        </message>
        <message>
            <source>Le&amp;gal basis</source>
            <translation>法律依据(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Number of the document</source>
            <translation>文书编号(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Until</source>
            <translation>期限至(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Working days</source>
            <translation>工作日数(&amp;W)</translation>
        </message>
        <message>
            <source>&amp;Why the clock stops</source>
            <translation>中止原因(&amp;W)</translation>
        </message>
        <message>
            <source>Way&amp;bill</source>
            <translation>运单号(&amp;B)</translation>
        </message>
        <message>
            <source>Taken b&amp;y</source>
            <translation>领取人(&amp;Y)</translation>
        </message>
        <message>
            <source>&amp;Second person</source>
            <translation>第二签署人(&amp;S)</translation>
        </message>
        <message>
            <source>The password of the second person is wrong.</source>
            <translation>第二签署人的密码有误。</translation>
        </message>
        <message>
            <source>The account of the second person is disabled.</source>
            <translation>第二签署人的账号已停用。</translation>
        </message>
        <message>
            <source>Too many wrong passwords; try again in half a minute.</source>
            <translation>密码错误次数过多,请半分钟后再试。</translation>
        </message>
        <message>
            <source>Hearing</source>
            <translation>听证</translation>
        </message>
        <message>
            <source>Tender</source>
            <translation>招标</translation>
        </message>
        <message>
            <source>Auction</source>
            <translation>拍卖</translation>
        </message>
        <message>
            <source>Inspection</source>
            <translation>检验</translation>
        </message>
        <message>
            <source>Testing</source>
            <translation>检测</translation>
        </message>
        <message>
            <source>Quarantine</source>
            <translation>检疫</translation>
        </message>
        <message>
            <source>Appraisal</source>
            <translation>鉴定</translation>
        </message>
        <message>
            <source>Expert review</source>
            <translation>专家评审</translation>
        </message>
        <message>
            <source>%1 works on this case; it has to be put back, or taken over by a supervisor.</source>
            <translation>本件正由 %1 办理,须由其放回或由负责人接手。</translation>
        </message>
        <message>
            <source>The suspension runs until %2.</source>
            <translation>中止期限到 %2 才届满。</translation>
        </message>
        <message>
            <source>No bad rating is open.</source>
            <translation>没有待整改的差评。</translation>
        </message>
        <message>
            <source>Rated already, on %2.</source>
            <translation>已于 %2 评价过。</translation>
        </message>
        <message>
            <source>The level of the rating is missing.</source>
            <translation>没有写明评价等级。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CasePane</name>
        <message>
            <source>Take back</source>
            <translation>撤回刚才的操作</translation>
        </message>
        <message>
            <source>Done: %1, %2. %3 takes it back.</source>
            <translation>已办理:%1,%2。按 %3 撤回。</translation>
        </message>
        <message>
            <source>Done: %1, %2.</source>
            <translation>已办理:%1,%2。</translation>
        </message>
        <message>
            <source>Taken back: %1.</source>
            <translation>已撤回:%1。</translation>
        </message>
        <message>
            <source>It cannot be taken back any more: %1.</source>
            <translation>已不能撤回:%1。</translation>
        </message>
        <message>
            <source>Put a file to the case</source>
            <translation>附加文件</translation>
        </message>
        <message>
            <source>Scans and photos (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</source>
            <translation>扫描件和照片 (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</translation>
        </message>
        <message>
            <source>%1 has %2; at most %3 are taken. Nothing was changed: scan it with 300 dpi, or in several files.</source>
            <translation>%1 有 %2,最多可附加 %3。没有作任何更改:请以 300 dpi 重新扫描,或分成几个文件。</translation>
        </message>
        <message>
            <source>%1 is empty. Nothing was changed.</source>
            <translation>%1 是空文件。没有作任何更改。</translation>
        </message>
        <message>
            <source>%1 is no PDF, JPEG, PNG or TIFF. Nothing was changed.</source>
            <translation>%1 不是 PDF、JPEG、PNG 或 TIFF。没有作任何更改。</translation>
        </message>
        <message>
            <source>The item has no such document. Nothing was changed.</source>
            <translation>本事项没有这份材料。没有作任何更改。</translation>
        </message>
        <message>
            <source>%1 was not put to the case: %2</source>
            <translation>%1 没有附加:%2</translation>
        </message>
        <message>
            <source>%1 was put to %2.</source>
            <translation>%1 已附加到 %2。</translation>
        </message>
        <message>
            <source>%1 cannot be shown here.</source>
            <translation>%1 无法在此显示。</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>文书</translation>
        </message>
        <message numerus="yes">
            <source>%n unfinished form(s) are kept: %1</source>
            <translation>
                <numerusform>有 %n 份未完成的表单:%1</numerusform>
            </translation>
        </message>
        <message>
            <source>Unfinished here, with what you typed: %1</source>
            <translation>本件有未完成的表单,已输入的内容仍在:%1</translation>
        </message>
        <message>
            <source>There is nothing to take back; only what you did last can be.</source>
            <translation>没有可以撤回的操作;只能撤回您刚才的操作。</translation>
        </message>
        <message>
            <source>No case is chosen, or it is still being read.</source>
            <translation>尚未选择办件,或办件还在读取。</translation>
        </message>
        <message>
            <source>As it stood on a day</source>
            <translation>往日情况</translation>
        </message>
        <message>
            <source>%1 cannot be done to %2 as it stands now: %3</source>
            <translation>%2 现在的状态不能“%1”:%3</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::SessionScreen</name>
        <message>
            <source>Sign in as somebody &amp;else</source>
            <translation>换人登录(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Account</source>
            <translation>账号(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Name of the person</source>
            <translation>姓名(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>密码(&amp;P)</translation>
        </message>
        <message>
            <source>Password a&amp;gain</source>
            <translation>再次输入密码(&amp;G)</translation>
        </message>
        <message>
            <source>Tongban</source>
            <translation>通办</translation>
        </message>
        <message>
            <source>Opening the workspace.</source>
            <translation>正在打开工作区。</translation>
        </message>
        <message>
            <source>The first account</source>
            <translation>首个账号</translation>
        </message>
        <message>
            <source>Nobody can work in this office yet. The first account is its administrator, who adds the others.</source>
            <translation>本单位还没有账号。首个账号是管理员,由其添加其他人员。</translation>
        </message>
        <message>
            <source>Make the account and sign in</source>
            <translation>建立账号并登录</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>Everything is where you left it. Enter your password to go on.</source>
            <translation>所有内容都保持原样。输入密码继续办理。</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解锁</translation>
        </message>
        <message>
            <source>This office is in service: what is done here is binding.</source>
            <translation>正式工作区:在此办理的事项均具效力。</translation>
        </message>
        <message>
            <source>Nothing here is real; everything may be tried.</source>
            <translation>此处均为虚构数据,可以放心试用。</translation>
        </message>
        <message>
            <source>Practice accounts of the demonstration:</source>
            <translation>演示用练习账号:</translation>
        </message>
        <message>
            <source>Account or password is wrong.</source>
            <translation>账号或密码有误。</translation>
        </message>
        <message>
            <source>This account is disabled; the administrator can enable it.</source>
            <translation>账号已停用,可请管理员启用。</translation>
        </message>
        <message numerus="yes">
            <source>Too many wrong passwords; try again in %n second(s).</source>
            <translation>
                <numerusform>密码错误次数过多,请 %n 秒后再试。</numerusform>
            </translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>两次输入的密码不一致。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CounterScreen</name>
        <message>
            <source>Taken in: %1</source>
            <translation>已收件:%1</translation>
        </message>
        <message>
            <source>The receipt is in %1</source>
            <translation>收件凭证已存为 %1</translation>
        </message>
        <message numerus="yes">
            <source>The rules were applied to %n case(s).</source>
            <translation>
                <numerusform>规则已审查 %n 件。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::Desk</name>
        <message>
            <source>&amp;Case</source>
            <translation>办理(&amp;C)</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::Navigation</name>
        <message>
            <source>Your account has none of the roles this needs.</source>
            <translation>您的账号没有此项所需的岗位。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ScreenTitle</name>
        <message>
            <source>Desk</source>
            <translation>办件台</translation>
        </message>
        <message>
            <source>Counter</source>
            <translation>窗口收件</translation>
        </message>
        <message>
            <source>Items and rules</source>
            <translation>事项与规则</translation>
        </message>
        <message>
            <source>Delivery and visits</source>
            <translation>送达与到场</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>监察记录</translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>系统管理</translation>
        </message>
        <message>
            <source>Centre</source>
            <translation>中心</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::Spoken</name>
        <message>
            <source>Empty the line</source>
            <translation>清空此行</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ItemList</name>
        <message>
            <source>Search items</source>
            <translation>查找事项</translation>
        </message>
        <message>
            <source>Code or words of the name</source>
            <translation>编码或名称中的字</translation>
        </message>
        <message>
            <source>Field of work</source>
            <translation>业务领域</translation>
        </message>
        <message>
            <source>All fields</source>
            <translation>全部领域</translation>
        </message>
        <message>
            <source>Kind of item</source>
            <translation>事项类别</translation>
        </message>
        <message>
            <source>All items</source>
            <translation>全部事项</translation>
        </message>
        <message>
            <source>Taking applications</source>
            <translation>正在受理</translation>
        </message>
        <message>
            <source>Decided by rules</source>
            <translation>由规则决定</translation>
        </message>
        <message>
            <source>Decided by people</source>
            <translation>由工作人员决定</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>Transferred</source>
            <translation>已转移</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>以何日为准</translation>
        </message>
        <message>
            <source>The catalogue, the powers and the rules as they stood on this day.</source>
            <translation>目录、权限与规则均以该日为准。</translation>
        </message>
        <message>
            <source>Permit items</source>
            <translation>许可事项</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>领域</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>决定方式</translation>
        </message>
        <message>
            <source>Working days: promised, and what the law allows at most.</source>
            <translation>工作日:承诺期限 / 法定最长期限。</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>transferred</source>
            <translation>已转移</translation>
        </message>
        <message>
            <source>in force</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>rules, version %1</source>
            <translation>规则第 %1 版</translation>
        </message>
        <message>
            <source>people</source>
            <translation>工作人员</translation>
        </message>
        <message>
            <source>%1 of %2 items, as of %3</source>
            <translation>%1 / 共 %2 个事项,以 %3 为准</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ItemPage</name>
        <message>
            <source>Cancelled since %1: it takes no new cases.</source>
            <translation>自 %1 起取消,不再收件。</translation>
        </message>
        <message>
            <source>Transferred to society since %1: it takes no new cases here.</source>
            <translation>自 %1 起转移给社会组织,本处不再收件。</translation>
        </message>
        <message>
            <source>Basis: %1</source>
            <translation>依据:%1</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>领域</translation>
        </message>
        <message>
            <source>Halls</source>
            <translation>受理大厅</translation>
        </message>
        <message>
            <source>city hall</source>
            <translation>市级大厅</translation>
        </message>
        <message>
            <source>halls of the districts</source>
            <translation>区级大厅</translation>
        </message>
        <message>
            <source>Power list</source>
            <translation>权责清单</translation>
        </message>
        <message>
            <source>Legal basis</source>
            <translation>法律依据</translation>
        </message>
        <message>
            <source>Holder of the power</source>
            <translation>权力主体</translation>
        </message>
        <message>
            <source>%1, in force since %2</source>
            <translation>第 %1 版,自 %2 起有效</translation>
        </message>
        <message>
            <source>%1, in force from %2 to %3</source>
            <translation>第 %1 版,%2 至 %3 有效</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>决定方式</translation>
        </message>
        <message>
            <source>people</source>
            <translation>工作人员</translation>
        </message>
        <message>
            <source>rules “%1”</source>
            <translation>规则“%1”</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>到场次数</translation>
        </message>
        <message>
            <source>none is needed</source>
            <translation>无需到场</translation>
        </message>
        <message>
            <source>one at most</source>
            <translation>最多一次</translation>
        </message>
        <message>
            <source>Courier</source>
            <translation>快递送达</translation>
        </message>
        <message>
            <source>Promise instead of proof</source>
            <translation>告知承诺</translation>
        </message>
        <message>
            <source>Limited number</source>
            <translation>有数量限制</translation>
        </message>
        <message>
            <source>Limits in working days</source>
            <translation>办理时限(工作日)</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>环节</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>承诺</translation>
        </message>
        <message>
            <source>By law</source>
            <translation>法定</translation>
        </message>
        <message>
            <source>Acceptance</source>
            <translation>受理</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>审查</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>决定</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>送达</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>shared data</source>
            <translation>数据共享</translation>
        </message>
        <message>
            <source>licence store</source>
            <translation>电子证照库</translation>
        </message>
        <message>
            <source>the applicant sends it</source>
            <translation>申请人提交</translation>
        </message>
        <message>
            <source>scanned at the window</source>
            <translation>窗口扫描</translation>
        </message>
        <message>
            <source>not asked for</source>
            <translation>免交</translation>
        </message>
        <message>
            <source>Documents (%1)</source>
            <translation>申请材料(%1 项)</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Where it comes from</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>May it follow</source>
            <translation>可否容缺后补</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1:%2</translation>
        </message>
        <message>
            <source>yes, it is minor</source>
            <translation>可,次要材料</translation>
        </message>
        <message>
            <source>no, it is a main one</source>
            <translation>否,主要材料</translation>
        </message>
        <message>
            <source>Who could decide cases received on %1</source>
            <translation>%1 收到的办件由谁决定</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>机关</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>given by %1</source>
            <translation>依 %1 授予</translation>
        </message>
        <message>
            <source>The item in the catalogue</source>
            <translation>目录中的事项</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::RuleHtml</name>
        <message>
            <source>draft</source>
            <translation>草案</translation>
        </message>
        <message>
            <source>published</source>
            <translation>已公布</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>Version %1, %2, in force from %3 to %4</source>
            <translation>第 %1 版,%2,%3 至 %4 有效</translation>
        </message>
        <message>
            <source>Version %1, %2, in force since %3</source>
            <translation>第 %1 版,%2,自 %3 起有效</translation>
        </message>
        <message>
            <source>%1 [%2]</source>
            <translation>%1〔%2〕</translation>
        </message>
        <message>
            <source>%1 (%2). %3</source>
            <translation>%1(%2)。%3</translation>
        </message>
        <message>
            <source>Signed by %1. Impact assessment: %2.</source>
            <translation>由 %1 签署;个人信息保护影响评估:%2。</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Laws: %1</source>
            <translation>依据的法律:%1</translation>
        </message>
        <message>
            <source>; </source>
            <translation>;</translation>
        </message>
        <message>
            <source>Digest of the model (SHA-256): %1</source>
            <translation>模型摘要(SHA-256):%1</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>→ %1</source>
            <translation>→ %1</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>条款</translation>
        </message>
        <message>
            <source>any</source>
            <translation>不限</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::RulePage</name>
        <message>
            <source>Item, rules, trial</source>
            <translation>事项、规则、试算</translation>
        </message>
        <message>
            <source>Try the values</source>
            <translation>试算</translation>
        </message>
        <message>
            <source>Copy all tables</source>
            <translation>复制全部规则表</translation>
        </message>
        <message>
            <source>Save the rules as a page to print</source>
            <translation>规则存成可打印的页面</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>试算</translation>
        </message>
        <message>
            <source>Version of the rules</source>
            <translation>规则版本</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>规则表</translation>
        </message>
        <message>
            <source>Number of a past case</source>
            <translation>已办件的受理号</translation>
        </message>
        <message>
            <source>Take its &amp;values</source>
            <translation>取用该件的数据(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Empty the form</source>
            <translation>清空表单(&amp;E)</translation>
        </message>
        <message>
            <source>Try the values (Ctrl+Enter)</source>
            <translation>试算(Ctrl+回车)</translation>
        </message>
        <message>
            <source>Nothing of a trial is kept. What is left empty is something nobody knows; “null” stands for what a record leaves open.</source>
            <translation>试算不留任何记录。留空的项目按“未知”处理;填 null 表示登记中无此项。</translation>
        </message>
        <message>
            <source>People decide this item; it has no rules.</source>
            <translation>该事项由工作人员决定,没有规则。</translation>
        </message>
        <message>
            <source>No version of its rules was in force on %1; people decided then.</source>
            <translation>%1 没有有效的规则版本,当时由工作人员决定。</translation>
        </message>
        <message numerus="yes">
            <source>%1 (%n row(s))</source>
            <translation>
                <numerusform>%1(%n 行)</numerusform>
            </translation>
        </message>
        <message>
            <source>No decision by rules is kept under this number.</source>
            <translation>该编号没有由规则作出的决定。</translation>
        </message>
        <message>
            <source>That case was decided by other rules: %1.</source>
            <translation>该件依据的是另一套规则:%1。</translation>
        </message>
        <message>
            <source>The values of %1, decided by version %2.</source>
            <translation>已取用 %1 的数据,当时依据规则第 %2 版。</translation>
        </message>
        <message>
            <source>The rules are copied; a spreadsheet takes them as they are.</source>
            <translation>规则已复制,可直接粘贴到电子表格。</translation>
        </message>
        <message>
            <source>The rules are in %1; any browser prints the page.</source>
            <translation>规则已存到 %1,用浏览器即可打印。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::RuleTableView</name>
        <message>
            <source>Rules: %1</source>
            <translation>规则表:%1</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Trial</source>
            <translation>试算结果</translation>
        </message>
        <message>
            <source>→ %1</source>
            <translation>→ %1</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>条款</translation>
        </message>
        <message>
            <source>applies</source>
            <translation>适用</translation>
        </message>
        <message>
            <source>does not apply</source>
            <translation>不适用</translation>
        </message>
        <message>
            <source>does not apply: %1 would have to be “%2”, it is %3</source>
            <translation>不适用:%1须“%2”,本例为 %3</translation>
        </message>
        <message>
            <source>cannot be told</source>
            <translation>无法判断</translation>
        </message>
        <message>
            <source>cannot be told: %1 is not known</source>
            <translation>无法判断:%1未知</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>any</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>%1 [%2]</source>
            <translation>%1〔%2〕</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::TrialForm</name>
        <message>
            <source>This cannot be read. %1</source>
            <translation>无法识别。%1</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1(%2)</translation>
        </message>
        <message>
            <source>A real case has it from: %1</source>
            <translation>真实办件取自:%1</translation>
        </message>
        <message>
            <source>A number</source>
            <translation>数字</translation>
        </message>
        <message>
            <source>A day, such as 2026-03-17</source>
            <translation>日期,如 2026-03-17</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>文字</translation>
        </message>
        <message>
            <source>Numbers with commas between</source>
            <translation>数字,用逗号分隔</translation>
        </message>
        <message>
            <source>Words with commas between</source>
            <translation>文字,用逗号分隔</translation>
        </message>
        <message>
            <source>(not known)</source>
            <translation>(未知)</translation>
        </message>
        <message>
            <source>(the record leaves it open)</source>
            <translation>(登记中无此项)</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::TrialWords</name>
        <message>
            <source>The rules would grant it.</source>
            <translation>按规则:准予许可。</translation>
        </message>
        <message>
            <source>The rules would give a one-time notice.</source>
            <translation>按规则:一次性告知补正。</translation>
        </message>
        <message>
            <source>The rules would leave it to a person.</source>
            <translation>按规则:转由工作人员决定。</translation>
        </message>
        <message>
            <source>The rules would refuse it.</source>
            <translation>按规则:不予许可。</translation>
        </message>
        <message>
            <source>The rules would wait: something they need is not known.</source>
            <translation>按规则:等待,所需数据未知。</translation>
        </message>
        <message>
            <source>Not known and needed: %1.</source>
            <translation>缺少而需要的数据:%1。</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1:%2</translation>
        </message>
        <message>
            <source>A trial: nothing of it is kept.</source>
            <translation>此为试算,不留记录。</translation>
        </message>
        <message>
            <source>The rules came to no conclusion with these values.</source>
            <translation>规则未能就这些数据得出结论。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ClaimBar</name>
        <message>
            <source>Claim</source>
            <translation>认领</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Claim with this reason</source>
            <translation>以此理由认领</translation>
        </message>
        <message>
            <source>This case waits for nobody.</source>
            <translation>本件不再等待任何人办理。</translation>
        </message>
        <message>
            <source>Nobody works on this case.</source>
            <translation>本件尚无人认领。</translation>
        </message>
        <message>
            <source>You work on this case since %1.</source>
            <translation>本件由您认领,自 %1。</translation>
        </message>
        <message>
            <source>%1 works on this case since %2.</source>
            <translation>本件由 %1 认领,自 %2。</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>放回</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>接手</translation>
        </message>
        <message>
            <source>Why do you take this case over?</source>
            <translation>为何接手本件?</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) of this kind wait longer. Why this one first?</source>
            <translation>
                <numerusform>同类办件中有 %n 件等候更久。为何先办本件?</numerusform>
            </translation>
        </message>
        <message>
            <source>Put back: %1</source>
            <translation>已放回:%1</translation>
        </message>
        <message>
            <source>Claimed: %1</source>
            <translation>已认领:%1</translation>
        </message>
        <message>
            <source>%1 was faster and works on this case.</source>
            <translation>%1 已先认领本件。</translation>
        </message>
        <message>
            <source>Only a supervisor takes over; only staff who decide claim.</source>
            <translation>只有负责人可以接手;只有经办人员可以认领。</translation>
        </message>
        <message>
            <source>The account may not work here any more.</source>
            <translation>该账号已不能在此办理。</translation>
        </message>
        <message>
            <source>The applicant is here and waits</source>
            <translation>申请人在场等候</translation>
        </message>
        <message>
            <source>Belongs with another case</source>
            <translation>与另一件一并办理</translation>
        </message>
        <message>
            <source>Told to by the supervisor</source>
            <translation>负责人交办</translation>
        </message>
        <message>
            <source>The holder is away</source>
            <translation>认领人不在岗</translation>
        </message>
        <message>
            <source>%1 works on this case at another desktop, until %2 if it is not put back before.</source>
            <translation>%1 正在另一台桌面办理本件,至 %2(提前退回的除外)。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ColumnWords</name>
        <message>
            <source>Limit</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>受理号</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>申请人</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Why not automatic</source>
            <translation>转人工原因</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>收件时间</translation>
        </message>
        <message>
            <source>In work</source>
            <translation>认领</translation>
        </message>
        <message>
            <source>District</source>
            <translation>区</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::FilterPanel</name>
        <message>
            <source>Limit</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>领域</translation>
        </message>
        <message>
            <source>District</source>
            <translation>区</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>渠道</translation>
        </message>
        <message>
            <source>In work</source>
            <translation>认领</translation>
        </message>
        <message>
            <source>Why not automatic</source>
            <translation>转人工原因</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Received from</source>
            <translation>收件自</translation>
        </message>
        <message>
            <source>Received until</source>
            <translation>收件至</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Name of the filter</source>
            <translation>筛选名称</translation>
        </message>
        <message>
            <source>Name to keep this filter under</source>
            <translation>为此筛选取名保存</translation>
        </message>
        <message>
            <source>any</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is no day; days look like 2026-01-31.</source>
            <translation>“%1”不是日期,日期形如 2026-01-31。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::FilterWords</name>
        <message>
            <source>past its limit</source>
            <translation>已超期</translation>
        </message>
        <message>
            <source>due within %1 working days</source>
            <translation>%1 个工作日内到期</translation>
        </message>
        <message>
            <source>due later</source>
            <translation>较晚到期</translation>
        </message>
        <message>
            <source>no limit runs</source>
            <translation>不计期限</translation>
        </message>
        <message>
            <source>unified acceptance platform</source>
            <translation>统一受理平台</translation>
        </message>
        <message>
            <source>i Shenzhen app</source>
            <translation>i深圳</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>city hall window</source>
            <translation>市级窗口</translation>
        </message>
        <message>
            <source>district hall window</source>
            <translation>区级窗口</translation>
        </message>
        <message>
            <source>granted</source>
            <translation>准予许可</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>不予许可</translation>
        </message>
        <message>
            <source>the rules found something</source>
            <translation>规则发现问题</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无人认领</translation>
        </message>
        <message>
            <source>state: %1</source>
            <translation>状态:%1</translation>
        </message>
        <message>
            <source>item: %1</source>
            <translation>事项:%1</translation>
        </message>
        <message>
            <source>field: %1</source>
            <translation>领域:%1</translation>
        </message>
        <message>
            <source>district: %1</source>
            <translation>区:%1</translation>
        </message>
        <message>
            <source>channel: %1</source>
            <translation>渠道:%1</translation>
        </message>
        <message>
            <source>limit: %1</source>
            <translation>期限:%1</translation>
        </message>
        <message>
            <source>in work: %1</source>
            <translation>认领:%1</translation>
        </message>
        <message>
            <source>why not automatic: %1</source>
            <translation>转人工原因:%1</translation>
        </message>
        <message>
            <source>outcome: %1</source>
            <translation>结果:%1</translation>
        </message>
        <message>
            <source>received from %1</source>
            <translation>收件自 %1</translation>
        </message>
        <message>
            <source>received until %1</source>
            <translation>收件至 %1</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::QueueTable</name>
        <message>
            <source>Current column to the left</source>
            <translation>当前列左移</translation>
        </message>
        <message>
            <source>Current column to the right</source>
            <translation>当前列右移</translation>
        </message>
        <message>
            <source>Usual columns</source>
            <translation>恢复默认列</translation>
        </message>
        <message>
            <source>Copy the row</source>
            <translation>复制本行</translation>
        </message>
        <message>
            <source>Copy the cell</source>
            <translation>复制单元格</translation>
        </message>
        <message>
            <source>Copy the loaded rows as a table</source>
            <translation>将已载入的行复制为表格</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ExportPanel</name>
        <message>
            <source>Browse...</source>
            <translation>浏览…</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Check a file that came back</source>
            <translation>检查返回的文件</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>What is wrong with the file</source>
            <translation>文件的问题</translation>
        </message>
        <message>
            <source>Exports every row of the list, not only those loaded. %1</source>
            <translation>导出列表中的全部行,不限于已载入的行。%1</translation>
        </message>
        <message>
            <source>cases-%1</source>
            <translation>办件-%1</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) exported to %1</source>
            <translation>
                <numerusform>已导出 %n 行至 %1</numerusform>
            </translation>
        </message>
        <message>
            <source>The export was cancelled; no file was written.</source>
            <translation>导出已取消,未写入文件。</translation>
        </message>
        <message>
            <source>Nothing was written: %1</source>
            <translation>未写入:%1</translation>
        </message>
        <message>
            <source>The file cannot be read: %1</source>
            <translation>文件无法读取:%1</translation>
        </message>
        <message>
            <source>a code was turned into a number by a spreadsheet</source>
            <translation>编码被电子表格转成了数字</translation>
        </message>
        <message>
            <source>the seal is missing</source>
            <translation>缺少校验</translation>
        </message>
        <message>
            <source>there is no such case</source>
            <translation>没有此办件</translation>
        </message>
        <message>
            <source>the code is not that of the case</source>
            <translation>编码与办件不符</translation>
        </message>
        <message>
            <source>the row was changed</source>
            <translation>该行被改动</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s), all as they were written.</source>
            <translation>
                <numerusform>共 %n 行,均与导出时一致。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The file is refused: %n row(s) are damaged or changed.</source>
            <translation>
                <numerusform>文件不予接收:有 %n 行受损或被改动。</numerusform>
            </translation>
        </message>
        <message>
            <source>and more</source>
            <translation>等</translation>
        </message>
        <message>
            <source>Row %1, %2: %3</source>
            <translation>第 %1 行,%2:%3</translation>
        </message>
        <message>
            <source> (%1)</source>
            <translation>(%1)</translation>
        </message>
        <message>
            <source>; right is %1</source>
            <translation>;应为 %1</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::BatchPanel</name>
        <message>
            <source>What comes of each case</source>
            <translation>逐件结果</translation>
        </message>
        <message>
            <source>What comes of it</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Claim the whole list</source>
            <translation>认领全部</translation>
        </message>
        <message>
            <source>Put the whole list back</source>
            <translation>放回全部</translation>
        </message>
        <message>
            <source>Print a receipt for each</source>
            <translation>逐件打印受理回执</translation>
        </message>
        <message>
            <source>Folder for the receipts</source>
            <translation>回执存放文件夹</translation>
        </message>
        <message>
            <source>receipts</source>
            <translation>受理回执</translation>
        </message>
        <message>
            <source>Why, where cases of the same kind wait longer</source>
            <translation>同类办件等候更久时的理由</translation>
        </message>
        <message>
            <source>will be done</source>
            <translation>将办理</translation>
        </message>
        <message>
            <source>At most %1 cases at a time: narrow the filter.</source>
            <translation>一次至多 %1 件:请缩小筛选范围。</translation>
        </message>
        <message>
            <source>%1 of %2 can be done.</source>
            <translation>%2 件中 %1 件可办。</translation>
        </message>
        <message>
            <source>%1: %2 %3</source>
            <translation>%1:%2 %3</translation>
        </message>
        <message>
            <source>The folder cannot be made: %1</source>
            <translation>无法建立文件夹:%1</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>done</source>
            <translation>已办</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>%1: %2 done, %3 not done, %4 not tried.</source>
            <translation>%1:已办 %2 件,未办成 %3 件,未尝试 %4 件。</translation>
        </message>
        <message>
            <source>%1 works on it</source>
            <translation>由 %1 认领</translation>
        </message>
        <message>
            <source>others of this kind wait longer: give a reason</source>
            <translation>同类办件等候更久:请写明理由</translation>
        </message>
        <message>
            <source>waits for nobody</source>
            <translation>不再等待办理</translation>
        </message>
        <message>
            <source>nobody has claimed it</source>
            <translation>无人认领</translation>
        </message>
        <message>
            <source>not in your role, or not in this state</source>
            <translation>岗位或状态不符</translation>
        </message>
        <message>
            <source>there is no receipt of it</source>
            <translation>没有可出具的回执</translation>
        </message>
        <message>
            <source>cannot be done (%1)</source>
            <translation>无法办理(%1)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>受理号</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>申请人</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ActPreview</name>
        <message>
            <source>The page as it will be served comes here.</source>
            <translation>将要送达的文书在此显示。</translation>
        </message>
        <message>
            <source>The page cannot be shown; the act can be done all the same.</source>
            <translation>文书暂时无法显示;操作仍可进行。</translation>
        </message>
        <message>
            <source>This is served as soon as you press the button.</source>
            <translation>按下按钮,即送达此文书。</translation>
        </message>
        <message>
            <source>The page comes here once the form is complete.</source>
            <translation>填写完整后,文书在此显示。</translation>
        </message>
        <message>
            <source>Issue the decision to grant</source>
            <translation>签发准予许可决定</translation>
        </message>
        <message>
            <source>Issue the decision to refuse</source>
            <translation>签发不予许可决定</translation>
        </message>
        <message>
            <source>Send the refusal for a second signature</source>
            <translation>提交不予许可意见复核签署</translation>
        </message>
        <message>
            <source>Issue the one-time notice</source>
            <translation>发出一次性告知书</translation>
        </message>
        <message>
            <source>Issue the decision not to accept</source>
            <translation>签发不予受理决定</translation>
        </message>
        <message>
            <source>Issue the conditional acceptance</source>
            <translation>签发容缺受理通知</translation>
        </message>
        <message>
            <source>Issue the extension</source>
            <translation>签发延期通知</translation>
        </message>
        <message>
            <source>Hand over with the delivery slip</source>
            <translation>凭送达回证交付</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CaseBody</name>
        <message>
            <source>What other authorities say</source>
            <translation>各部门核验结果</translation>
        </message>
        <message>
            <source>What was stated</source>
            <translation>申请填报内容</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>申请材料</translation>
        </message>
        <message>
            <source>What the rules make of it</source>
            <translation>系统的审查意见</translation>
        </message>
        <message>
            <source>Other cases of the applicant</source>
            <translation>该申请人的其他办件</translation>
        </message>
        <message>
            <source>Fact</source>
            <translation>事实</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Source and day</source>
            <translation>来源与日期</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Where it comes from</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Put there</source>
            <translation>附加人与时间</translation>
        </message>
        <message>
            <source>Put a &amp;file to the chosen document…</source>
            <translation>为所选材料附加文件(&amp;F)…</translation>
        </message>
        <message>
            <source>My own view</source>
            <translation>我的看法</translation>
        </message>
        <message>
            <source>My own view first…</source>
            <translation>先写下我的看法…</translation>
        </message>
        <message>
            <source>I would grant</source>
            <translation>我认为应准予</translation>
        </message>
        <message>
            <source>I would refuse</source>
            <translation>我认为应不予许可</translation>
        </message>
        <message>
            <source>Something is missing</source>
            <translation>还缺材料</translation>
        </message>
        <message>
            <source>I cannot tell yet</source>
            <translation>尚无法判断</translation>
        </message>
        <message>
            <source>Why, in a few words</source>
            <translation>简要说明理由</translation>
        </message>
        <message>
            <source>Condition by condition</source>
            <translation>逐项审查</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>条文</translation>
        </message>
        <message>
            <source>Not met when</source>
            <translation>不符合的情形</translation>
        </message>
        <message>
            <source>This case</source>
            <translation>本案</translation>
        </message>
        <message>
            <source>What it means</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Permit item</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>收件时间</translation>
        </message>
        <message>
            <source>With a person because: %1</source>
            <translation>转由人工办理的原因:%1</translation>
        </message>
        <message>
            <source>No other authority is asked for this item.</source>
            <translation>本事项不需要向其他部门核验。</translation>
        </message>
        <message>
            <source>(left open)</source>
            <translation>(未填)</translation>
        </message>
        <message>
            <source>main</source>
            <translation>主要</translation>
        </message>
        <message>
            <source>minor</source>
            <translation>次要</translation>
        </message>
        <message>
            <source>paper or file</source>
            <translation>纸质或附件</translation>
        </message>
        <message>
            <source>SHA-256 %1</source>
            <translation>SHA-256 %1</translation>
        </message>
        <message>
            <source>the case</source>
            <translation>整件</translation>
        </message>
        <message>
            <source>document %1</source>
            <translation>材料 %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1,%2</translation>
        </message>
        <message>
            <source>%1 by %2, %3. Basis: %4</source>
            <translation>%1(%2,%3)。依据:%4</translation>
        </message>
        <message>
            <source>the program, by the published rules</source>
            <translation>系统依公布的规则</translation>
        </message>
        <message>
            <source>Reason: %1</source>
            <translation>理由:%1</translation>
        </message>
        <message>
            <source>The rules: %1</source>
            <translation>规则审查:%1</translation>
        </message>
        <message>
            <source>The item has no rules; people decide it.</source>
            <translation>本事项没有审批规则,由工作人员决定。</translation>
        </message>
        <message>
            <source>The applicant asked for a person, so the rules have not looked at this case.</source>
            <translation>申请人要求由人办理,规则没有审查本件。</translation>
        </message>
        <message>
            <source>The item has rules; they have not looked at this case.</source>
            <translation>本事项有审批规则,规则尚未审查本件。</translation>
        </message>
        <message>
            <source>Why a person: %1</source>
            <translation>为何转人工:%1</translation>
        </message>
        <message>
            <source>Own view noted before: %1</source>
            <translation>此前记下的看法:%1</translation>
        </message>
        <message>
            <source>What would change the result:</source>
            <translation>怎样会有不同的结果:</translation>
        </message>
        <message>
            <source>Rules: %1, SHA-256 %2</source>
            <translation>规则集:%1,SHA-256 %2</translation>
        </message>
        <message>
            <source>Decision and reasons</source>
            <translation>决定与理由</translation>
        </message>
        <message>
            <source>First what other authorities say; then 4 once more opens what the rules make of it.</source>
            <translation>请先看各部门核验结果;再按一次 4 展开系统的审查意见。</translation>
        </message>
        <message>
            <source>Something speaks against this case: note your own view first.</source>
            <translation>本件有不利情形:请先写下您自己的看法。</translation>
        </message>
        <message>
            <source>%1 visits to the hall, %2 allowed</source>
            <translation>已到场 %1 次,允许 %2 次</translation>
        </message>
        <message>
            <source>The rules have looked at this case.</source>
            <translation>规则已判断过本件。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ActorWords</name>
        <message>
            <source>the city&apos;s unified platform</source>
            <translation>市统一受理平台</translation>
        </message>
        <message>
            <source>the app i Shenzhen</source>
            <translation>i深圳</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>the window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>the district hall</source>
            <translation>区政务大厅</translation>
        </message>
        <message>
            <source>the program</source>
            <translation>系统</translation>
        </message>
        <message>
            <source>applicant through %1</source>
            <translation>申请人(%1)</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CaseWords</name>
        <message>
            <source>%1, as of %2</source>
            <translation>%1,截至 %2</translation>
        </message>
        <message>
            <source>%1, answered %2</source>
            <translation>%1,%2 答复</translation>
        </message>
        <message>
            <source>stated by the %1, %2</source>
            <translation>%1 填报,%2</translation>
        </message>
        <message>
            <source>typed at the counter by %1, %2</source>
            <translation>%1 在窗口录入,%2</translation>
        </message>
        <message>
            <source>taken over from %1, as of %2</source>
            <translation>取自 %1,截至 %2</translation>
        </message>
        <message>
            <source>taken over from %1</source>
            <translation>取自 %1</translation>
        </message>
        <message>
            <source>changed by %1, %2; %3 says: %4</source>
            <translation>%1 于 %2 改写;%3 记载:%4</translation>
        </message>
        <message>
            <source>corrected by %1, %2; before: %3</source>
            <translation>%1 于 %2 补正;原为:%3</translation>
        </message>
        <message>
            <source>current</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>too old</source>
            <translation>已过时</translation>
        </message>
        <message>
            <source>no record</source>
            <translation>无记录</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>computed</source>
            <translation>推算</translation>
        </message>
        <message>
            <source>is there</source>
            <translation>已提交</translation>
        </message>
        <message>
            <source>delivered by shared data</source>
            <translation>数据共享</translation>
        </message>
        <message>
            <source>is missing</source>
            <translation>缺少</translation>
        </message>
        <message>
            <source>follows later</source>
            <translation>容后补交</translation>
        </message>
        <message>
            <source>not asked for</source>
            <translation>免交</translation>
        </message>
        <message>
            <source>cannot be told</source>
            <translation>无法判断</translation>
        </message>
        <message>
            <source>met</source>
            <translation>符合</translation>
        </message>
        <message>
            <source>applies</source>
            <translation>适用</translation>
        </message>
        <message>
            <source>not met</source>
            <translation>不符合</translation>
        </message>
        <message>
            <source>does not apply</source>
            <translation>不适用</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::PageView</name>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>第 %1 页,共 %2 页</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::PaperList</name>
        <message>
            <source>Papers</source>
            <translation>文书</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>文书</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>About the act of</source>
            <translation>所载操作的时间</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>打印情况</translation>
        </message>
        <message>
            <source>not printed yet</source>
            <translation>尚未打印</translation>
        </message>
        <message numerus="yes">
            <source>%n time(s), last by %1, %2</source>
            <translation>
                <numerusform>%n 次,最近:%1,%2</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no paper yet: each states an act.</source>
            <translation>还没有文书:每份文书都记载一项操作。</translation>
        </message>
        <message>
            <source>&amp;Print</source>
            <translation>打印(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Print again (marked %1)</source>
            <translation>补打 %1(&amp;P)</translation>
        </message>
        <message>
            <source>This account may not print papers.</source>
            <translation>此账号不能打印文书。</translation>
        </message>
        <message>
            <source>%1, reprint %2</source>
            <translation>%1(补打 %2)</translation>
        </message>
        <message>
            <source>Paper %1 is in %2; there is no printer here.</source>
            <translation>文书 %1 已存入 %2;本机没有打印机。</translation>
        </message>
        <message>
            <source>Paper %1 goes to the printer %2; a copy is in %3.</source>
            <translation>文书 %1 已送打印机 %2;副本在 %3。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::SeenDialog</name>
        <message>
            <source>As it was seen</source>
            <translation>当时所见</translation>
        </message>
        <message>
            <source>%1 saw this page of %2 (%3). It is kept with the act and cannot be changed.</source>
            <translation>这是 %1操作 %2 时屏幕上的内容(%3)。它与操作一并保存,不能更改。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::DeliveryScreen</name>
        <message>
            <source>Delivery and visits</source>
            <translation>送达与到场</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>送达</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>到场</translation>
        </message>
        <message>
            <source>Send: scan the case, then the waybill</source>
            <translation>寄出:先扫办件编号,再扫运单号</translation>
        </message>
        <message>
            <source>Arrived: scan the waybill</source>
            <translation>签收:扫描运单号</translation>
        </message>
        <message>
            <source>Came back: scan the waybill</source>
            <translation>退件:扫描运单号</translation>
        </message>
        <message>
            <source>Hand over at the window</source>
            <translation>窗口领取</translation>
        </message>
        <message>
            <source>Send (F2): the waybill goes to the chosen case</source>
            <translation>寄出(F2):运单归入所选办件</translation>
        </message>
        <message>
            <source>Arrived (F3): the case of the waybill is closed</source>
            <translation>签收(F3):运单所属办件办结</translation>
        </message>
        <message>
            <source>Came back (F4): the case of the waybill is to be delivered again</source>
            <translation>退件(F4):运单所属办件须重新送达</translation>
        </message>
        <message>
            <source>Scan or type a case number or a waybill; Enter takes it</source>
            <translation>扫描或输入办件编号、运单号,按回车确认</translation>
        </message>
        <message>
            <source>Who takes it at the window; F6 hands over</source>
            <translation>窗口领取人;按 F6 交付</translation>
        </message>
        <message>
            <source>&amp;What a waybill means</source>
            <translation>运单的含义(&amp;W)</translation>
        </message>
        <message>
            <source>&amp;Scan</source>
            <translation>扫描(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Receiver</source>
            <translation>领取人(&amp;R)</translation>
        </message>
        <message>
            <source>Results on their way</source>
            <translation>待送达的结果</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>办件</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>申请人</translation>
        </message>
        <message>
            <source>Permit item</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Where it is</source>
            <translation>送达情况</translation>
        </message>
        <message>
            <source>Nothing waits to be delivered.</source>
            <translation>没有待送达的结果。</translation>
        </message>
        <message>
            <source>There is no case of that number.</source>
            <translation>没有这个编号的办件。</translation>
        </message>
        <message>
            <source>No parcel has the number %1.</source>
            <translation>没有运单号为 %1 的邮件。</translation>
        </message>
        <message>
            <source>Scan the case first, then the waybill.</source>
            <translation>请先扫描办件编号,再扫描运单号。</translation>
        </message>
        <message>
            <source>is with the courier, %1</source>
            <translation>已交寄,运单号 %1</translation>
        </message>
        <message>
            <source>The waybill %1 belongs to %2 already.</source>
            <translation>运单 %1 已属于 %2。</translation>
        </message>
        <message>
            <source>arrived; the case is closed</source>
            <translation>已签收,办件办结</translation>
        </message>
        <message>
            <source>came back; it has to be delivered again</source>
            <translation>已退回,须重新送达</translation>
        </message>
        <message>
            <source>Chosen: %1, %2: %3</source>
            <translation>已选:%1,%2:%3</translation>
        </message>
        <message>
            <source>Scan the case first, or choose it in the list.</source>
            <translation>请先扫描办件编号,或在列表中选择。</translation>
        </message>
        <message>
            <source>was handed over to %1</source>
            <translation>已交付 %1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1:%2</translation>
        </message>
        <message>
            <source>%1 %2.</source>
            <translation>%1 %2。</translation>
        </message>
        <message>
            <source>The delivery slip is in %1.</source>
            <translation>送达回证在 %1。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::DeliveryWords</name>
        <message>
            <source>Nothing was scanned.</source>
            <translation>没有扫描到内容。</translation>
        </message>
        <message>
            <source>This is neither a case number nor a waybill: it has other characters than letters and digits.</source>
            <translation>既不是办件编号,也不是运单号:含有字母和数字以外的字符。</translation>
        </message>
        <message>
            <source>This is neither a case number nor a waybill: a waybill has 10 to 20 characters.</source>
            <translation>既不是办件编号,也不是运单号:运单号应为 10 至 20 位。</translation>
        </message>
        <message>
            <source>The check digit of the waybill is wrong: scan it again, or compare what was typed.</source>
            <translation>运单号的校验位不符:请重新扫描,或核对输入。</translation>
        </message>
        <message>
            <source>with the courier since %1, %2, attempt %3</source>
            <translation>%1 已交寄,%2,第 %3 次</translation>
        </message>
        <message>
            <source>came back %1, %2: to be sent or handed over again</source>
            <translation>%1 退回,%2:须重新寄出或窗口领取</translation>
        </message>
        <message>
            <source>handed over, closed</source>
            <translation>已交付,办结</translation>
        </message>
        <message>
            <source>to be sent, or handed over at the window</source>
            <translation>待寄出或窗口领取</translation>
        </message>
        <message>
            <source>to be handed over at the window</source>
            <translation>待窗口领取</translation>
        </message>
        <message>
            <source>not decided yet</source>
            <translation>尚未决定</translation>
        </message>
        <message>
            <source>A document was forgotten</source>
            <translation>漏带材料</translation>
        </message>
        <message>
            <source>Something has to be corrected</source>
            <translation>更正内容</translation>
        </message>
        <message>
            <source>Collects the result</source>
            <translation>领取结果</translation>
        </message>
        <message>
            <source>Was called in by us</source>
            <translation>应我方要求到场</translation>
        </message>
        <message>
            <source>Complaint or question</source>
            <translation>投诉或咨询</translation>
        </message>
        <message>
            <source>That cannot be done as the case stands.</source>
            <translation>办件现在的状态不能这样操作。</translation>
        </message>
        <message>
            <source>Your role may not do that; window clerks may.</source>
            <translation>您的角色不能这样操作;窗口人员可以。</translation>
        </message>
        <message>
            <source>There were %1 visits already: choose why there is another.</source>
            <translation>此前已到场 %1 次:请选择再次到场的原因。</translation>
        </message>
        <message>
            <source>The item is not sent by courier.</source>
            <translation>本事项不提供寄递。</translation>
        </message>
        <message>
            <source>Enter who takes it.</source>
            <translation>请填写领取人。</translation>
        </message>
        <message>
            <source>Say why.</source>
            <translation>请说明理由。</translation>
        </message>
        <message>
            <source>Your window does not serve this item.</source>
            <translation>您的窗口不办理此事项。</translation>
        </message>
        <message>
            <source>The clock stands before the last act; set it right first.</source>
            <translation>时钟早于上一次操作;请先校正。</translation>
        </message>
        <message>
            <source>It was not done (%1).</source>
            <translation>没有完成(%1)。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::VisitPage</name>
        <message>
            <source>More than one visit</source>
            <translation>多次到场</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>办件</translation>
        </message>
        <message>
            <source>Applicant</source>
            <translation>申请人</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>到场</translation>
        </message>
        <message>
            <source>Last time</source>
            <translation>最近一次</translation>
        </message>
        <message>
            <source>Why again</source>
            <translation>再次到场的原因</translation>
        </message>
        <message>
            <source>Case number, identity number or name; Enter looks</source>
            <translation>办件编号、证件号或姓名,按回车查找</translation>
        </message>
        <message>
            <source>(first visit)</source>
            <translation>(首次到场)</translation>
        </message>
        <message>
            <source>&amp;Who is here</source>
            <translation>到场人(&amp;W)</translation>
        </message>
        <message>
            <source>&amp;Case</source>
            <translation>办件(&amp;C)</translation>
        </message>
        <message>
            <source>Why &amp;again</source>
            <translation>再次到场的原因(&amp;A)</translation>
        </message>
        <message>
            <source>Check &amp;in</source>
            <translation>登记到场(&amp;I)</translation>
        </message>
        <message>
            <source>There is no such case.</source>
            <translation>没有这样的办件。</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) found. Enter checks in.</source>
            <translation>
                <numerusform>找到 %n 件,按回车登记到场。</numerusform>
            </translation>
        </message>
        <message>
            <source>Look for the case first.</source>
            <translation>请先查找办件。</translation>
        </message>
        <message>
            <source>%1 is checked in.</source>
            <translation>%1 已登记到场。</translation>
        </message>
        <message>
            <source>%1 of %2 allowed</source>
            <translation>%1 次(允许 %2 次)</translation>
        </message>
        <message>
            <source>Nobody had to come twice.</source>
            <translation>没有人需要再次到场。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::AccountForm</name>
        <message>
            <source>&amp;Account</source>
            <translation>账号(&amp;A)</translation>
        </message>
        <message>
            <source>Password a&amp;gain</source>
            <translation>再次输入密码(&amp;G)</translation>
        </message>
        <message>
            <source>Name of the &amp;person</source>
            <translation>姓名(&amp;P)</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Powers of the &amp;body</source>
            <translation>行使权力的机关(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Hall</source>
            <translation>大厅(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Window</source>
            <translation>窗口(&amp;W)</translation>
        </message>
        <message>
            <source>New pass&amp;word</source>
            <translation>新密码(&amp;W)</translation>
        </message>
        <message>
            <source>whoever holds the power</source>
            <translation>不限(依事权)</translation>
        </message>
        <message>
            <source>at no window</source>
            <translation>不在窗口</translation>
        </message>
        <message>
            <source>any</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Choose a hall first.</source>
            <translation>请先选择大厅。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::AccountsPage</name>
        <message>
            <source>Person</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>两次输入的密码不一致。</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>机关</translation>
        </message>
        <message>
            <source>Hall</source>
            <translation>大厅</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>&amp;New account</source>
            <translation>新建账号(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>保存(&amp;S)</translation>
        </message>
        <message>
            <source>Set new &amp;password</source>
            <translation>重设密码(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Disable</source>
            <translation>停用(&amp;D)</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>disabled</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>practice</source>
            <translation>练习</translation>
        </message>
        <message>
            <source>enabled</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>&amp;Enable</source>
            <translation>启用(&amp;E)</translation>
        </message>
        <message>
            <source>Account %1 was saved.</source>
            <translation>账号 %1 已保存。</translation>
        </message>
        <message>
            <source>Account %1 has a new password.</source>
            <translation>账号 %1 的密码已重设。</translation>
        </message>
        <message>
            <source>Account %1 is enabled.</source>
            <translation>账号 %1 已启用。</translation>
        </message>
        <message>
            <source>Account %1 is disabled.</source>
            <translation>账号 %1 已停用。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::AuditModel</name>
        <message>
            <source>Act</source>
            <translation>行为</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>办件</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>%1 %2 %3 %4</source>
            <translation>%1 %2 %3 %4</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>经办</translation>
        </message>
        <message>
            <source>As</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Place in the chain</source>
            <translation>链上位置</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::AuditScreen</name>
        <message>
            <source>Case number</source>
            <translation>受理号</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>行为</translation>
        </message>
        <message>
            <source>The record, the latest act first</source>
            <translation>全部行为记录,最近的在前</translation>
        </message>
        <message>
            <source>Searching further back…</source>
            <translation>正在向前查找……</translation>
        </message>
        <message>
            <source>Who (account)</source>
            <translation>经办人账号</translation>
        </message>
        <message>
            <source>&amp;Act</source>
            <translation>行为(&amp;A)</translation>
        </message>
        <message>
            <source>every act</source>
            <translation>全部行为</translation>
        </message>
        <message>
            <source>From day, 2026-01-31</source>
            <translation>起始日,如 2026-01-31</translation>
        </message>
        <message>
            <source>Through day, 2026-01-31</source>
            <translation>截止日,如 2026-01-31</translation>
        </message>
        <message>
            <source>&amp;Search</source>
            <translation>查找(&amp;S)</translation>
        </message>
        <message>
            <source>A day is written like 2026-01-31.</source>
            <translation>日期写作 2026-01-31。</translation>
        </message>
        <message>
            <source>Searching…</source>
            <translation>正在查找……</translation>
        </message>
        <message numerus="yes">
            <source>%n act(s), all that fit.</source>
            <translation>
                <numerusform>共 %n 条,已全部列出。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The latest %n act(s); more are read as you go down.</source>
            <translation>
                <numerusform>最近 %n 条;向下滚动继续读取。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::BackupPage</name>
        <message>
            <source>Stopped. An older copy in that folder is kept as it was.</source>
            <translation>已停止。该文件夹中原有的副本保持不变。</translation>
        </message>
        <message>
            <source>Stopped. Nothing was restored.</source>
            <translation>已停止。没有恢复任何内容。</translation>
        </message>
        <message>
            <source>Folder for the copy</source>
            <translation>备份存放的文件夹</translation>
        </message>
        <message>
            <source>&amp;Back up now</source>
            <translation>立即备份(&amp;B)</translation>
        </message>
        <message>
            <source>Folder of the copy</source>
            <translation>备份所在的文件夹</translation>
        </message>
        <message>
            <source>New, empty folder</source>
            <translation>新的空文件夹</translation>
        </message>
        <message>
            <source>&amp;Restore and check</source>
            <translation>恢复并核对(&amp;R)</translation>
        </message>
        <message>
            <source>Copying</source>
            <translation>正在复制</translation>
        </message>
        <message>
            <source>Back up while people work</source>
            <translation>备份(不影响办公)</translation>
        </message>
        <message>
            <source>&amp;Folder for the copy</source>
            <translation>备份存放的文件夹(&amp;F)</translation>
        </message>
        <message>
            <source>Restore into a new folder; this office stays as it is</source>
            <translation>恢复到新文件夹(本工作区保持不变)</translation>
        </message>
        <message>
            <source>Folder of the &amp;copy</source>
            <translation>备份所在的文件夹(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;New, empty folder</source>
            <translation>新的空文件夹(&amp;N)</translation>
        </message>
        <message>
            <source>Choose a folder.</source>
            <translation>请选择文件夹。</translation>
        </message>
        <message>
            <source>Copied and checked: %1 MB, %2 acts, each hash recomputed.</source>
            <translation>已复制并核对:%1 MB,行为记录 %2 条,逐条重算散列值。</translation>
        </message>
        <message>
            <source>Choose both folders.</source>
            <translation>请选择两个文件夹。</translation>
        </message>
        <message>
            <source>Restored and checked: %1 cases, %2 acts, nothing found. Open it with tongban --workspace.</source>
            <translation>已恢复并核对:办件 %1 件,行为记录 %2 条,未发现问题。可用 tongban --workspace 打开。</translation>
        </message>
        <message>
            <source>Restored, but the check found faults in %1 cases, %2 acts: keep the copy and call support.</source>
            <translation>已恢复,但核对 %1 件办件、%2 条记录时发现问题:请保留备份并联系技术支持。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CataloguePage</name>
        <message>
            <source>Item</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Folder with the eight files</source>
            <translation>目录文件(八个)所在文件夹</translation>
        </message>
        <message>
            <source>&amp;Preview</source>
            <translation>预览(&amp;P)</translation>
        </message>
        <message>
            <source>Put in &amp;force</source>
            <translation>生效(&amp;F)</translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>变化内容</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>变化</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>From</source>
            <translation>起始日</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>存在的问题</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>In force from</source>
            <translation>自何日起施行</translation>
        </message>
        <message>
            <source>Document that orders it</source>
            <translation>依据文件</translation>
        </message>
        <message>
            <source>Look at a preview without problems first.</source>
            <translation>请先预览,确认没有问题。</translation>
        </message>
        <message>
            <source>&amp;Folder with the eight files</source>
            <translation>目录文件所在文件夹(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;In force from</source>
            <translation>自何日起施行(&amp;I)</translation>
        </message>
        <message>
            <source>&amp;Document that orders it</source>
            <translation>依据文件(&amp;O)</translation>
        </message>
        <message>
            <source>Choose a folder.</source>
            <translation>请选择文件夹。</translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s); nothing was changed.</source>
            <translation>
                <numerusform>有 %n 处问题;未作任何改动。</numerusform>
            </translation>
        </message>
        <message>
            <source>The catalogue is stored and in use.</source>
            <translation>目录已存入并已启用。</translation>
        </message>
        <message>
            <source>Stored. Changes: %1, items without a change: %2.</source>
            <translation>已存入。变更 %1 项,未变事项 %2 项。</translation>
        </message>
        <message>
            <source>Nothing was changed yet. Changes: %1, items without a change: %2.</source>
            <translation>尚未作任何改动。变更 %1 项,未变事项 %2 项。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ChainCheckPanel</name>
        <message>
            <source>Check the &amp;chain</source>
            <translation>核对记录链(&amp;C)</translation>
        </message>
        <message>
            <source>What the check found</source>
            <translation>核对发现的问题</translation>
        </message>
        <message>
            <source>Fault</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>District</source>
            <translation>区划</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Checking the chain</source>
            <translation>正在核对记录链</translation>
        </message>
        <message>
            <source>Recomputes every hash and compares it with the witnesses beside the store.</source>
            <translation>逐条重算散列值,并与存储旁的见证文件比对。</translation>
        </message>
        <message>
            <source>Stopped after %1 acts; it says nothing about the rest.</source>
            <translation>核对到第 %1 条时停止,其余未核对。</translation>
        </message>
        <message>
            <source>Sound: %1 acts, %2 cases, %3 witnesses compared.</source>
            <translation>完好:行为记录 %1 条,办件 %2 件,见证 %3 条。</translation>
        </message>
        <message>
            <source>%1 faults in %2 acts. Keep the folder as it is and call support.</source>
            <translation>%2 条记录中发现 %1 处问题。请保持文件夹原样并联系技术支持。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ConnectionsPage</name>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Sources of evidence</source>
            <translation>数据来源</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>数据项</translation>
        </message>
        <message>
            <source>Last heard</source>
            <translation>最近答复或导入</translation>
        </message>
        <message>
            <source>Speaks of</source>
            <translation>数据日期</translation>
        </message>
        <message>
            <source>Rows or answers</source>
            <translation>行数或答复数</translation>
        </message>
        <message>
            <source>Contradictory</source>
            <translation>矛盾键</translation>
        </message>
        <message>
            <source>How</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>A source that does not answer makes cases wait; it never refuses anybody. Agencies are named in agencies.json of the workspace, registers are imported with tongbanctl.</source>
            <translation>来源没有答复时办件只会等待,绝不因此不予许可。在线来源写在工作区的 agencies.json 中,名录文件用 tongbanctl 导入。</translation>
        </message>
        <message>
            <source>Fresh</source>
            <translation>有效</translation>
        </message>
        <message numerus="yes">
            <source>Older than %n day(s)</source>
            <translation>
                <numerusform>已超过 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>Never heard of</source>
            <translation>从未收到</translation>
        </message>
        <message>
            <source>Register file</source>
            <translation>名录文件</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::LongJob</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / 共 %2 件</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stop: %1</source>
            <translation>停止:%1</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::AdministrationScreen</name>
        <message>
            <source>Parts of the administration</source>
            <translation>管理项目</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Catalogue</source>
            <translation>事项目录</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>工作日历</translation>
        </message>
        <message>
            <source>Connections</source>
            <translation>数据来源</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备份与恢复</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>变更记录</translation>
        </message>
        <message>
            <source>Personal data</source>
            <translation>个人信息保护</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CalendarPage</name>
        <message>
            <source>Years of the calendar</source>
            <translation>日历年份</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>年份</translation>
        </message>
        <message>
            <source>Working days</source>
            <translation>工作日</translation>
        </message>
        <message>
            <source>Rest days of holidays</source>
            <translation>节假日放假</translation>
        </message>
        <message>
            <source>Weekend days worked</source>
            <translation>调休上班</translation>
        </message>
        <message>
            <source>From</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>File of a year</source>
            <translation>年度日历文件</translation>
        </message>
        <message>
            <source>&amp;Preview</source>
            <translation>预览(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Take this year</source>
            <translation>采用该年(&amp;T)</translation>
        </message>
        <message>
            <source>Days that change</source>
            <translation>变化的日子</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Until now</source>
            <translation>目前</translation>
        </message>
        <message>
            <source>From now on</source>
            <translation>采用后</translation>
        </message>
        <message>
            <source>Holiday</source>
            <translation>节日</translation>
        </message>
        <message>
            <source>&amp;File of a year (form: resources/calendar/README.md)</source>
            <translation>年度日历文件(&amp;F)(格式见 resources/calendar/README.md)</translation>
        </message>
        <message>
            <source>this office</source>
            <translation>本单位导入</translation>
        </message>
        <message>
            <source>the program</source>
            <translation>程序自带</translation>
        </message>
        <message>
            <source>Known through %1. Limits that pass that day are provisional and are not printed.</source>
            <translation>日历已知至 %1 年底。超过该日的期限为暂定,不予打印。</translation>
        </message>
        <message>
            <source>Choose a file.</source>
            <translation>请选择文件。</translation>
        </message>
        <message>
            <source>provisional</source>
            <translation>暂定</translation>
        </message>
        <message>
            <source>%1 is in the workspace and is reckoned with.</source>
            <translation>%1 年日历已存入工作区并已用于计算。</translation>
        </message>
        <message>
            <source>%1 says the same as what is in force.</source>
            <translation>%1 年日历与现行日历一致。</translation>
        </message>
        <message numerus="yes">
            <source>%1 changes %n day(s); nothing was changed yet.</source>
            <translation>
                <numerusform>%1 年日历将改变 %n 天;尚未作任何改动。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ChangeWords</name>
        <message>
            <source>new item</source>
            <translation>新增事项</translation>
        </message>
        <message>
            <source>new version</source>
            <translation>新版本</translation>
        </message>
        <message>
            <source>takes no new cases</source>
            <translation>停止收件</translation>
        </message>
        <message>
            <source>power given</source>
            <translation>事权下放</translation>
        </message>
        <message>
            <source>power ends</source>
            <translation>下放终止</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::DayWords</name>
        <message>
            <source>working day</source>
            <translation>工作日</translation>
        </message>
        <message>
            <source>weekend</source>
            <translation>周末</translation>
        </message>
        <message>
            <source>holiday</source>
            <translation>放假</translation>
        </message>
        <message>
            <source>weekend day that is worked</source>
            <translation>调休上班</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::PathField</name>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Choose: %1</source>
            <translation>选择:%1</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::WelcomeScreen</name>
        <message>
            <source>Choose a folder.</source>
            <translation>请选择文件夹。</translation>
        </message>
        <message>
            <source>Folder of the office</source>
            <translation>工作区文件夹</translation>
        </message>
        <message>
            <source>Welcome to Tongban</source>
            <translation>欢迎使用通办</translation>
        </message>
        <message>
            <source>Working</source>
            <translation>正在处理</translation>
        </message>
        <message>
            <source>&amp;1  Practise on made-up cases</source>
            <translation>&amp;1  用虚构办件练习</translation>
        </message>
        <message>
            <source>In a folder of its own, marked as practice. Every key can be tried, and nothing done there reaches an office.</source>
            <translation>在单独的文件夹中进行,始终标明“练习”。可以放心试用每个按键,不会进入任何正式工作区。</translation>
        </message>
        <message>
            <source>&amp;2  Open an office on this machine</source>
            <translation>&amp;2  在本机建立工作区</translation>
        </message>
        <message>
            <source>An empty workspace in the folder below; its first account is the administrator.</source>
            <translation>在下面的文件夹中建立空白工作区;第一个账号即管理员。</translation>
        </message>
        <message>
            <source>&amp;3  Connect to a centre</source>
            <translation>&amp;3  接入中心</translation>
        </message>
        <message>
            <source>A new workspace in the folder above, as one of many desktops that share a centre. Your administrator tells what to enter.</source>
            <translation>在上面的目录中新建工作区,作为共用中心的众多桌面之一。填写内容由您的管理员告知。</translation>
        </message>
        <message>
            <source>There is an office in that folder already. Open it, and connect it under Centre, or choose another folder.</source>
            <translation>该目录中已有办公点。请打开它并在“中心”界面接入,或另选目录。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::WorkspaceMaker</name>
        <message>
            <source>Making the workspace…</source>
            <translation>正在建立工作区……</translation>
        </message>
        <message>
            <source>Making up a year of applications…</source>
            <translation>正在生成一年的虚构申请……</translation>
        </message>
        <message>
            <source>Letting the rules decide what they can…</source>
            <translation>正在由规则办理能办的……</translation>
        </message>
        <message>
            <source>It was not finished (tongbanctl said %1). The folder can be removed; try again.</source>
            <translation>没有完成(tongbanctl 返回 %1)。可删除该文件夹后重试。</translation>
        </message>
    </context>
    <context>
        <name>tongban::desktop::Desktop</name>
        <message>
            <source>The program was cut off the last time. Everything that was done is kept, and so are drafts.</source>
            <translation>上次程序被中断(断电或被强制结束)。已办理的内容和草稿都已保留。</translation>
        </message>
        <message>
            <source>The program crashed the last time. Everything that was done is kept, and so are drafts. For support: %1 (it holds no data of cases).</source>
            <translation>上次程序因故障退出。已办理的内容和草稿都已保留。技术支持可查看:%1(不含办件数据)。</translation>
        </message>
        <message>
            <source>Welcome to Tongban</source>
            <translation>欢迎使用通办</translation>
        </message>
        <message>
            <source>Tongban</source>
            <translation>通办</translation>
        </message>
        <message>
            <source>Connect to a centre</source>
            <translation>接入中心</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CheckList</name>
        <message>
            <source>Checks of this machine</source>
            <translation>本机检查</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>检查项</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>情况</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>处理办法</translation>
        </message>
        <message>
            <source>✓ passed</source>
            <translation>✓ 通过</translation>
        </message>
        <message>
            <source>! look at it</source>
            <translation>! 请留意</translation>
        </message>
        <message>
            <source>✗ failed</source>
            <translation>✗ 未通过</translation>
        </message>
        <message>
            <source>…</source>
            <translation>…</translation>
        </message>
        <message>
            <source>Looking at this machine…</source>
            <translation>正在检查本机……</translation>
        </message>
        <message>
            <source>This machine is ready. What is marked with ! can be put right later.</source>
            <translation>本机可以使用。标有 ! 的项目可以稍后处理。</translation>
        </message>
        <message>
            <source>Something keeps people from working here; see what to do.</source>
            <translation>有项目未通过,暂时不能办公;请看处理办法。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::HelpMenu</name>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>Help about this</source>
            <translation>当前界面的帮助</translation>
        </message>
        <message>
            <source>Check this machine</source>
            <translation>检查本机</translation>
        </message>
        <message>
            <source>Practise</source>
            <translation>练习办件</translation>
        </message>
        <message>
            <source>Check &amp;again</source>
            <translation>重新检查(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>关闭(&amp;C)</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::HelpViewer</name>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>后退(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;All pages</source>
            <translation>全部页面(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>关闭(&amp;C)</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::MachineChecks</name>
        <message>
            <source>No workspace yet; it is made in the next step.</source>
            <translation>尚无工作区,下一步建立。</translation>
        </message>
        <message>
            <source>The store opens: %1</source>
            <translation>存储可以打开:%1</translation>
        </message>
        <message>
            <source>The store does not open: %1 [%2]</source>
            <translation>存储打不开:%1 [%2]</translation>
        </message>
        <message>
            <source>Start the newest version of the program, or restore a backup into another folder.</source>
            <translation>请使用最新版本的程序,或把备份恢复到另一文件夹。</translation>
        </message>
        <message>
            <source>Nothing can be written into %1.</source>
            <translation>%1 不能写入。</translation>
        </message>
        <message>
            <source>Choose another folder, or ask for the right to write there.</source>
            <translation>请换一个文件夹,或申请写入权限。</translation>
        </message>
        <message>
            <source>Only %1 MB are free in %2.</source>
            <translation>%2 仅剩 %1 MB 空间。</translation>
        </message>
        <message>
            <source>Make room: a year of work takes some gigabytes.</source>
            <translation>请腾出空间:一年的办件约需数 GB。</translation>
        </message>
        <message>
            <source>%1 can be written; %2 GB are free.</source>
            <translation>%1 可以写入,剩余 %2 GB。</translation>
        </message>
        <message>
            <source>Papers have their font, and it can be embedded.</source>
            <translation>公文字体齐备,可以嵌入。</translation>
        </message>
        <message>
            <source>The font of the papers is missing; receipts and decisions cannot be made.</source>
            <translation>缺少公文字体,不能制作凭证和决定书。</translation>
        </message>
        <message>
            <source>Install the package fonts-noto-cjk, then check again.</source>
            <translation>请安装软件包 fonts-noto-cjk,再重新检查。</translation>
        </message>
        <message>
            <source>The clock says %1.</source>
            <translation>本机时间为 %1。</translation>
        </message>
        <message>
            <source>Set the clock: limits are counted from it.</source>
            <translation>请校正时间:期限据此计算。</translation>
        </message>
        <message>
            <source>The time zone is not that of China; limits are counted by China's.</source>
            <translation>时区不是中国时间;期限一律按中国时间计算。</translation>
        </message>
        <message>
            <source>Set the time zone to Asia/Shanghai, so that the clock on the wall agrees.</source>
            <translation>请将时区设为 Asia/Shanghai,使显示的时间一致。</translation>
        </message>
        <message>
            <source>No time service keeps the clock right.</source>
            <translation>没有启用网络校时。</translation>
        </message>
        <message>
            <source>Switch on network time (chrony or systemd-timesyncd).</source>
            <translation>请启用网络校时(chrony 或 systemd-timesyncd)。</translation>
        </message>
        <message>
            <source>The clock is kept right, in the time of China.</source>
            <translation>时钟已校准,为中国时间。</translation>
        </message>
        <message>
            <source>Install fcitx5 with fcitx5-frontend-qt6 and sign in to the machine anew.</source>
            <translation>请安装 fcitx5 和 fcitx5-frontend-qt6,然后重新登录系统。</translation>
        </message>
        <message>
            <source>No Chinese input method is switched on.</source>
            <translation>没有启用中文输入法。</translation>
        </message>
        <message>
            <source>%1 is switched on, but its bridge to this program is missing.</source>
            <translation>%1 已启用,但缺少与本程序的接口。</translation>
        </message>
        <message>
            <source>%1 is ready.</source>
            <translation>%1 可用。</translation>
        </message>
        <message>
            <source>There is no session bus, so no keyring either.</source>
            <translation>没有会话总线,因此没有密钥环。</translation>
        </message>
        <message>
            <source>A keyring answers.</source>
            <translation>密钥环可用。</translation>
        </message>
        <message>
            <source>No keyring answers.</source>
            <translation>没有可用的密钥环。</translation>
        </message>
        <message>
            <source>There is no printer; papers are kept as PDF files.</source>
            <translation>没有打印机;公文保存为 PDF 文件。</translation>
        </message>
        <message>
            <source>Set up a printer in the system settings when papers are to be printed here.</source>
            <translation>如需在本机打印,请在系统设置中添加打印机。</translation>
        </message>
        <message>
            <source>Printers: %1</source>
            <translation>打印机:%1</translation>
        </message>
        <message>
            <source>Write access</source>
            <translation>写入权限</translation>
        </message>
        <message>
            <source>Store</source>
            <translation>存储</translation>
        </message>
        <message>
            <source>Font of the papers</source>
            <translation>公文字体</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>时钟</translation>
        </message>
        <message>
            <source>Input method</source>
            <translation>输入法</translation>
        </message>
        <message>
            <source>Keyring</source>
            <translation>密钥环</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>The store is sealed: %1</source>
            <translation>数据库已加密:%1</translation>
        </message>
        <message>
            <source>Install gnome-keyring or KWallet, and unlock it by signing in to the machine. Without one, the passphrase of a sealed office is asked for at every start.</source>
            <translation>请安装 gnome-keyring 或 KWallet,并在登录本机时解锁。没有密钥环时,已加密的工作区每次启动都要输入口令。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::OfficeBar</name>
        <message>
            <source>Practice: made-up data, nothing here is real or reaches an office</source>
            <translation>练习 · 虚构数据,不具效力,不会进入正式工作区</translation>
        </message>
        <message>
            <source>Training: nothing here is binding</source>
            <translation>培训 · 此处办理不具效力</translation>
        </message>
        <message>
            <source>In service: what is done here is binding</source>
            <translation>正式 · 此处办理即生效</translation>
        </message>
        <message>
            <source>In service: what is done here is binding. Personal data is stored plain on this machine.</source>
            <translation>正式办理:在此办理的事项具有法律效力。个人信息在本机以明文保存。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::KeyEditor</name>
        <message>
            <source>Commands and their keys</source>
            <translation>命令与按键</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>命令</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>按键</translation>
        </message>
        <message>
            <source>Usual key</source>
            <translation>默认按键</translation>
        </message>
        <message>
            <source>&amp;Give this key</source>
            <translation>设为此键(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;No key</source>
            <translation>不设按键(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Usual key</source>
            <translation>恢复默认(&amp;U)</translation>
        </message>
        <message>
            <source>New key</source>
            <translation>新按键</translation>
        </message>
        <message>
            <source>All &amp;usual keys</source>
            <translation>全部恢复默认(&amp;A)</translation>
        </message>
        <message>
            <source>%1 is the key of "%2" already; give that one another key first.</source>
            <translation>%1 已是“%2”的按键;请先给它换一个。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::SettingsDialog</name>
        <message>
            <source>Nothing is called like that.</source>
            <translation>没有这样的设置。</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Search in the settings</source>
            <translation>在设置中查找</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>按键</translation>
        </message>
        <message>
            <source>Take &amp;back</source>
            <translation>撤销(&amp;Z)</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>关闭(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Looks</source>
            <translation>外观(&amp;L)</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Eye care (pale green)</source>
            <translation>护眼豆沙绿</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>高对比</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>&amp;Size of the text</source>
            <translation>字号(&amp;S)</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>&amp;Density</source>
            <translation>疏密(&amp;D)</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>紧凑</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>适中</translation>
        </message>
        <message>
            <source>Roomy</source>
            <translation>宽松</translation>
        </message>
        <message>
            <source>Lan&amp;guage</source>
            <translation>语言(&amp;G)</translation>
        </message>
        <message>
            <source>Lock after &amp;minutes without a touch</source>
            <translation>无操作多少分钟后锁定(&amp;M)</translation>
        </message>
        <message>
            <source>never</source>
            <translation>从不</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::LinkState</name>
        <message>
            <source>This office is not connected to a centre: its store is all there is.</source>
            <translation>本单位未接入中心:数据全部在本机存储中。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::GatePage</name>
        <message>
            <source>Working</source>
            <translation>正在处理</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ProtectScreen</name>
        <message>
            <source>&amp;1  The keyring of this machine opens it</source>
            <translation>&amp;1  由本机密钥环打开</translation>
        </message>
        <message>
            <source>&amp;2  The passphrase is asked for at every start</source>
            <translation>&amp;2  每次启动时输入口令</translation>
        </message>
        <message>
            <source>Leave it plain for &amp;now</source>
            <translation>暂不加密(&amp;N)</translation>
        </message>
        <message>
            <source>Seal the personal data of this office</source>
            <translation>加密本工作区的个人信息</translation>
        </message>
        <message>
            <source>Identity numbers, telephone numbers and answers of the police are sealed in the files of this office; only its key opens them. The passphrase also opens it where the keyring does not.</source>
            <translation>证件号码、电话号码和公安核验结果将在本工作区的文件中加密保存,只有密钥能够打开。密钥环打不开时,可用口令打开。</translation>
        </message>
        <message>
            <source>&amp;Passphrase</source>
            <translation>口令(&amp;P)</translation>
        </message>
        <message>
            <source>Passphrase a&amp;gain</source>
            <translation>再次输入口令(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Recovery code</source>
            <translation>恢复码(&amp;R)</translation>
        </message>
        <message>
            <source>Its &amp;last group</source>
            <translation>恢复码最后一组(&amp;L)</translation>
        </message>
        <message>
            <source>Seal</source>
            <translation>加密</translation>
        </message>
        <message>
            <source>A passphrase has at least %1 characters.</source>
            <translation>口令至少 %1 个字符。</translation>
        </message>
        <message>
            <source>The two passphrases differ.</source>
            <translation>两次输入的口令不一致。</translation>
        </message>
        <message>
            <source>The keyring is locked or not there and did not take the key; the passphrase is asked for at every start.</source>
            <translation>密钥环已锁定或不存在,未能保存密钥;每次启动时需输入口令。</translation>
        </message>
        <message>
            <source>Write the recovery code down</source>
            <translation>请抄写恢复码</translation>
        </message>
        <message>
            <source>It is shown this once. On paper in a safe it opens this office when the passphrase is forgotten and the keyring is lost. Type its last group to go on.</source>
            <translation>恢复码只显示这一次。请抄写后存入保险柜:口令忘记、密钥环丢失时,凭它打开本工作区。请输入最后一组以继续。</translation>
        </message>
        <message>
            <source>I have written it down</source>
            <translation>已抄写</translation>
        </message>
        <message>
            <source>This is not the last group of the code.</source>
            <translation>这不是恢复码的最后一组。</translation>
        </message>
        <message>
            <source>The status bar says so until it is sealed, from the page of personal data of the administration.</source>
            <translation>加密之前状态栏会一直提示;可在“系统管理 - 个人信息保护”中加密。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::UnlockScreen</name>
        <message>
            <source>&amp;Passphrase</source>
            <translation>口令(&amp;P)</translation>
        </message>
        <message>
            <source>Recovery &amp;code</source>
            <translation>恢复码(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Keep it in the keyring of this machine</source>
            <translation>保存到本机密钥环(&amp;K)</translation>
        </message>
        <message>
            <source>The workspace is locked</source>
            <translation>工作区已锁定</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解锁</translation>
        </message>
        <message>
            <source>Personal data of this office is sealed. Nothing was read or changed. Enter its passphrase to go on.</source>
            <translation>本工作区的个人信息已加密。没有读取或改动任何内容。请输入口令。</translation>
        </message>
        <message>
            <source>The keyring of this machine does not know this office (another user, another machine, or a new keyring). Nothing was read or changed. Enter the passphrase, or the recovery code from the safe.</source>
            <translation>本机密钥环中没有本工作区的密钥(换了用户、换了机器或密钥环是新建的)。没有读取或改动任何内容。请输入口令,或保险柜中的恢复码。</translation>
        </message>
        <message>
            <source>The keyring is locked or not there. Nothing was read or changed. Enter the passphrase to go on without it.</source>
            <translation>密钥环已锁定或不存在。没有读取或改动任何内容。请输入口令,不用密钥环也可继续。</translation>
        </message>
        <message>
            <source>What the keyring keeps is not the key of this office. Nothing was read or changed. Enter the passphrase; it is put into the keyring again.</source>
            <translation>密钥环中保存的不是本工作区的密钥。没有读取或改动任何内容。请输入口令,密钥将重新存入密钥环。</translation>
        </message>
        <message>
            <source>Use the pass&amp;phrase</source>
            <translation>使用口令(&amp;P)</translation>
        </message>
        <message>
            <source>Use the &amp;recovery code</source>
            <translation>使用恢复码(&amp;R)</translation>
        </message>
        <message>
            <source>This is not the recovery code of this office, or a group is mistyped. Nothing was changed; compare it with the paper.</source>
            <translation>这不是本工作区的恢复码,或某一组输错了。没有改动任何内容,请与纸上的核对。</translation>
        </message>
        <message>
            <source>The passphrase is wrong. Nothing was changed; try again, or use the recovery code.</source>
            <translation>口令不正确。没有改动任何内容。请重试,或使用恢复码。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CentreScreen</name>
        <message>
            <source>Look for the centre now</source>
            <translation>立即连接中心</translation>
        </message>
        <message>
            <source>Centre</source>
            <translation>中心</translation>
        </message>
        <message>
            <source>Acts of this desktop</source>
            <translation>本机的操作</translation>
        </message>
        <message>
            <source>The copy here</source>
            <translation>本机副本</translation>
        </message>
        <message>
            <source>This office is not connected to a centre: its store is all there is, and every act is final at once.</source>
            <translation>本办公点没有接入中心:本机数据就是全部,每项操作当场生效。</translation>
        </message>
        <message>
            <source>Connect to a centre…</source>
            <translation>接入中心…</translation>
        </message>
        <message>
            <source>An administrator of this office can do that.</source>
            <translation>须由本办公点的管理员操作。</translation>
        </message>
        <message>
            <source>This is a desktop of the centre now.</source>
            <translation>本机已接入中心。</translation>
        </message>
        <message>
            <source>Password of the account at the centre</source>
            <translation>中心账号的口令</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Try now (F2)</source>
            <translation>立即重试 (F2)</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>&amp;Keep it in the keyring of this machine</source>
            <translation>保存到本机密钥环(&amp;K)</translation>
        </message>
        <message>
            <source>The keyring is locked or not there and did not take the password: it is asked for at the next start.</source>
            <translation>密钥环已锁定或不存在,未能保存口令:下次启动时仍须输入。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CentreWords</name>
        <message>
            <source>This machine only</source>
            <translation>仅本机</translation>
        </message>
        <message>
            <source>Looking for the centre</source>
            <translation>正在连接中心</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>在线</translation>
        </message>
        <message>
            <source>Offline since %1</source>
            <translation>离线(自 %1 起)</translation>
        </message>
        <message>
            <source>The centre wants the password</source>
            <translation>中心要求口令</translation>
        </message>
        <message>
            <source>The centre refuses since %1</source>
            <translation>中心拒绝(自 %1 起)</translation>
        </message>
        <message>
            <source>Another program here talks to the centre</source>
            <translation>由本机另一程序同步</translation>
        </message>
        <message>
            <source>Cannot be synchronised</source>
            <translation>无法同步</translation>
        </message>
        <message numerus="yes">
            <source>; %n waiting to be sent</source>
            <translation>
                <numerusform>;待上报 %n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>; %n not carried out</source>
            <translation>
                <numerusform>;未被办理 %n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>Looking for the centre; everything can be done meanwhile.</source>
            <translation>正在连接中心;此间照常办理。</translation>
        </message>
        <message>
            <source>What is done here goes to the centre at once, and what others do comes here.</source>
            <translation>本机的操作随即送达中心,别人的操作随即来到本机。</translation>
        </message>
        <message>
            <source>The centre has no room left on its disk since %1; its administrator has to see to it. Everything can be done as before: it is kept here and is sent by itself when there is room again.</source>
            <translation>自 %1 起中心的磁盘已满,请中心管理员处理。照常办理:操作保存在本机,中心腾出空间后自动上报。</translation>
        </message>
        <message>
            <source>The centre cannot be reached since %1. Everything can be done as before: it is kept here, is sent by itself when the network is back, and each paper says what it is until then.</source>
            <translation>自 %1 起连不上中心。照常办理:操作保存在本机,网络恢复后自动上报,此前的文书都写明其当前效力。</translation>
        </message>
        <message>
            <source>The centre does not take the password that was given. Nothing is lost; give the right one below.</source>
            <translation>中心不接受刚才的口令。没有丢失任何内容;请在下面重新输入。</translation>
        </message>
        <message>
            <source>The centre asks for the password of this account. It is kept in memory until the program ends and nowhere else. What is done meanwhile is kept here.</source>
            <translation>中心要求输入此账号的口令。口令只留在内存中,程序关闭即无。此间的操作保存在本机。</translation>
        </message>
        <message>
            <source>The centre does not admit this desktop: %1 What is done here is kept; an administrator of the centre has to see to it.</source>
            <translation>中心不接受本机:%1本机的操作都已保存;请中心管理员处理。</translation>
        </message>
        <message>
            <source>Another program on this machine (a worker or tongbanctl) talks to the centre for this workspace. What is done here goes out through it.</source>
            <translation>本机的另一程序(自动办理程序或 tongbanctl)正在为此工作区同步。此处的操作由它上报。</translation>
        </message>
        <message>
            <source>The store of this workspace cannot be used for synchronising. Is the disk full or read-only? It is tried again by itself.</source>
            <translation>本工作区的数据暂时不能同步。磁盘是否已满或只读?程序会自动重试。</translation>
        </message>
        <message>
            <source>under way</source>
            <translation>上报中</translation>
        </message>
        <message>
            <source>saved here, not sent</source>
            <translation>已存本机(未上报)</translation>
        </message>
        <message>
            <source>carried out by the centre</source>
            <translation>中心已确认</translation>
        </message>
        <message>
            <source>carried out, back here</source>
            <translation>中心已确认,副本已有</translation>
        </message>
        <message>
            <source>carried out, safe</source>
            <translation>中心已确认,已归档</translation>
        </message>
        <message>
            <source>being examined</source>
            <translation>核查中</translation>
        </message>
        <message>
            <source>not carried out</source>
            <translation>未被办理,需处理</translation>
        </message>
        <message>
            <source>seen to</source>
            <translation>已了结</translation>
        </message>
        <message>
            <source>Somebody else did something to the case after you looked at it.</source>
            <translation>您查看之后,别人又办理过此件。</translation>
        </message>
        <message>
            <source>The case had been decided by somebody else.</source>
            <translation>此件已由别人作出决定。</translation>
        </message>
        <message>
            <source>Somebody else was working on the case.</source>
            <translation>此件当时正由别人办理。</translation>
        </message>
        <message>
            <source>Somebody else took the case over before your act arrived.</source>
            <translation>您的操作送达之前,此件已由别人接手。</translation>
        </message>
        <message>
            <source>The case was not claimed for you when your act arrived.</source>
            <translation>您的操作送达时,此件不在您名下。</translation>
        </message>
        <message>
            <source>The same application (channel and number) had been taken in elsewhere.</source>
            <translation>同一申请(渠道和编号相同)已在别处受理。</translation>
        </message>
        <message>
            <source>The case no longer stood so that this could be done.</source>
            <translation>此件的状态已不能这样办理。</translation>
        </message>
        <message>
            <source>The case had been accepted already.</source>
            <translation>此件已经受理。</translation>
        </message>
        <message>
            <source>The case was not accepted at the centre.</source>
            <translation>此件在中心尚未受理。</translation>
        </message>
        <message>
            <source>The decision was not one that the rules had made.</source>
            <translation>该决定不是由规则自动作出的。</translation>
        </message>
        <message>
            <source>There is no granted permit to revoke.</source>
            <translation>没有可以撤销的许可。</translation>
        </message>
        <message>
            <source>The centre has no such case: taking it in was not carried out either.</source>
            <translation>中心没有此件:收件操作也未被办理。</translation>
        </message>
        <message>
            <source>Your account has no right to this at the centre, or no longer has it.</source>
            <translation>您的账号在中心没有此项权限,或权限已被收回。</translation>
        </message>
        <message>
            <source>Your role may not do this.</source>
            <translation>您的角色不能这样办理。</translation>
        </message>
        <message>
            <source>Who proposed a refusal cannot countersign it.</source>
            <translation>提出不予许可的人不能自己签署。</translation>
        </message>
        <message>
            <source>Nobody decides a case that he took in himself, or his own application.</source>
            <translation>不能决定自己收的件或自己的申请。</translation>
        </message>
        <message>
            <source>A second person has to sign.</source>
            <translation>须由另一人签署。</translation>
        </message>
        <message>
            <source>The second signature has to be another person&apos;s.</source>
            <translation>第二签署人必须是另一人。</translation>
        </message>
        <message>
            <source>The second person has not signed at the centre for the case as it stood.</source>
            <translation>另一人没有在中心就当时的办件签署。</translation>
        </message>
        <message>
            <source>The second person may not sign this.</source>
            <translation>该人不能签署此项。</translation>
        </message>
        <message>
            <source>The permit item was cancelled; no new application is taken.</source>
            <translation>该事项已取消,不再收新的申请。</translation>
        </message>
        <message>
            <source>The centre&apos;s catalogue does not have this version of the permit item.</source>
            <translation>中心的事项目录没有该事项的这一版本。</translation>
        </message>
        <message>
            <source>Applications of that channel are not taken in at a window.</source>
            <translation>该渠道的申请不在窗口收件。</translation>
        </message>
        <message>
            <source>Your account holds as many cases as it may.</source>
            <translation>您名下的办件已达上限。</translation>
        </message>
        <message>
            <source>The applicant asked for a person; the program may not decide.</source>
            <translation>申请人要求人工办理,程序不得决定。</translation>
        </message>
        <message>
            <source>Staff had acted on the case; the program may not decide.</source>
            <translation>工作人员已经办理过此件,程序不得决定。</translation>
        </message>
        <message>
            <source>The rules are not published at the centre.</source>
            <translation>该规则没有在中心发布。</translation>
        </message>
        <message>
            <source>The case is decided under other rules than those used here.</source>
            <translation>此件适用的规则与本机所用的不同。</translation>
        </message>
        <message>
            <source>This desktop is enrolled for another account.</source>
            <translation>本机登记在另一账号名下。</translation>
        </message>
        <message>
            <source>The act needs a reason.</source>
            <translation>须写明理由。</translation>
        </message>
        <message>
            <source>The act needs a legal basis.</source>
            <translation>须写明依据。</translation>
        </message>
        <message>
            <source>The act needs the number of a document.</source>
            <translation>须写明文号。</translation>
        </message>
        <message>
            <source>A text is too long or holds characters that cannot be printed.</source>
            <translation>有文字过长或含有不能打印的字符。</translation>
        </message>
        <message>
            <source>The application did not come along.</source>
            <translation>缺少申请内容。</translation>
        </message>
        <message>
            <source>The application names another district or item than the act, or no applicant.</source>
            <translation>申请中的辖区或事项与操作不符,或没有申请人。</translation>
        </message>
        <message>
            <source>The act does not say by which rules.</source>
            <translation>操作没有写明依据的规则。</translation>
        </message>
        <message>
            <source>The centre could not read the act.</source>
            <translation>中心读不懂该操作。</translation>
        </message>
        <message>
            <source>The centre could not read a value of the act.</source>
            <translation>中心读不懂该操作中的一个值。</translation>
        </message>
        <message>
            <source>The act claims something that only the centre may say.</source>
            <translation>该操作写了只能由中心写的内容。</translation>
        </message>
        <message>
            <source>The centre does not know this act: its program may be older.</source>
            <translation>中心不认识该操作:其程序可能较旧。</translation>
        </message>
        <message>
            <source>The centre does not know this kind of command: its program may be older.</source>
            <translation>中心不认识这类指令:其程序可能较旧。</translation>
        </message>
        <message>
            <source>The act is larger than the centre takes.</source>
            <translation>该操作超过中心接受的大小。</translation>
        </message>
        <message>
            <source>More of this were sent than the centre takes.</source>
            <translation>此类操作的数量超过中心接受的上限。</translation>
        </message>
        <message>
            <source>The centre has something else under the same key.</source>
            <translation>中心在同一标识下有另外的内容。</translation>
        </message>
        <message>
            <source>The centre has another act under the same key; it was alarmed.</source>
            <translation>中心在同一标识下有另一操作;已报警。</translation>
        </message>
        <message>
            <source>the login is not known there.</source>
            <translation>登录名不在中心名册中。</translation>
        </message>
        <message>
            <source>this desktop is not enrolled for the account.</source>
            <translation>本机没有登记在该账号名下。</translation>
        </message>
        <message>
            <source>this desktop was taken off the list.</source>
            <translation>本机的登记已被注销。</translation>
        </message>
        <message>
            <source>the account has no right in this district any more.</source>
            <translation>账号在该辖区已没有权限。</translation>
        </message>
        <message>
            <source>too much was refused in the last hour; it takes more later.</source>
            <translation>一小时内被拒绝的操作过多,稍后再接受。</translation>
        </message>
        <message>
            <source>more was sent at once than it takes.</source>
            <translation>一次发送的内容过多。</translation>
        </message>
        <message>
            <source>it cannot read what this program sends.</source>
            <translation>中心读不懂本程序发送的内容。</translation>
        </message>
        <message>
            <source>The centre met something nobody foresaw (%1). The act is kept there for its administrator.</source>
            <translation>中心遇到未预料的情况(%1)。该操作已留待中心管理员核查。</translation>
        </message>
        <message>
            <source>The centre did not carry it out (%1).</source>
            <translation>中心没有办理(%1)。</translation>
        </message>
        <message>
            <source>Look for the other case by the applicant; close this one with a note.</source>
            <translation>请按申请人查找另一办件;本件写明情况后了结。</translation>
        </message>
        <message>
            <source>Compare both sides. Do it again to the case as it stands now, or close it with a note.</source>
            <translation>请对照双方情况。可按现状重新办理,或写明情况后了结。</translation>
        </message>
        <message>
            <source>Somebody with the right can do it; then close this one with a note. If the right was taken away by mistake, do it again once it is back.</source>
            <translation>请有权限的人办理,再写明情况后了结。如权限是误收回的,恢复后可重新办理。</translation>
        </message>
        <message>
            <source>Do it again and fill in what is missing, or close it with a note.</source>
            <translation>请补齐后重新办理,或写明情况后了结。</translation>
        </message>
        <message>
            <source>Ask the administrator of the centre; close it with a note when it has been seen to.</source>
            <translation>请询问中心管理员;处理完毕后写明情况并了结。</translation>
        </message>
        <message>
            <source>the login or its rights are not as they were.</source>
            <translation>登录名或其权限有变。</translation>
        </message>
        <message>
            <source>The centre could not read what the act rests on.</source>
            <translation>中心无法读取这一步所依据的记录。</translation>
        </message>
        <message>
            <source>The page that came with the act is not the one that the act names.</source>
            <translation>随这一步送来的页面与这一步所写的不是同一页。</translation>
        </message>
        <message>
            <source>Only the program may tell what rules found or what sources answered.</source>
            <translation>规则的判断和来源的答复只能由程序报告。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CommandView</name>
        <message>
            <source>Both sides</source>
            <translation>双方对照</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Done here</source>
            <translation>本机所为</translation>
        </message>
        <message>
            <source>Stands at the centre</source>
            <translation>中心现状</translation>
        </message>
        <message>
            <source>What happened to the case in between</source>
            <translation>其间此件发生了什么</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>行为</translation>
        </message>
        <message>
            <source>By</source>
            <translation>办理人</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>The act</source>
            <translation>所选操作</translation>
        </message>
        <message>
            <source>No act is chosen.</source>
            <translation>没有选定操作。</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1,%2</translation>
        </message>
        <message>
            <source>%1
Closed with the note: %2</source>
            <translation>%1
已了结,说明:%2</translation>
        </message>
        <message numerus="yes">
            <source>It held nothing up: %n act(s) made after it were carried out.</source>
            <translation>
                <numerusform>它没有影响后面的操作:其后 %n 项均已办理。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CommandWords</name>
        <message>
            <source>claim</source>
            <translation>认领</translation>
        </message>
        <message>
            <source>no longer here</source>
            <translation>本机已无</translation>
        </message>
        <message>
            <source>The case</source>
            <translation>办件</translation>
        </message>
        <message>
            <source>was to be opened</source>
            <translation>拟新建</translation>
        </message>
        <message>
            <source>is not there</source>
            <translation>中心没有</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>行为</translation>
        </message>
        <message>
            <source>By</source>
            <translation>办理人</translation>
        </message>
        <message>
            <source>this desktop, as %1</source>
            <translation>本机,以%1身份</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>文号</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止</translation>
        </message>
        <message>
            <source>Waybill</source>
            <translation>运单</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>领取人</translation>
        </message>
        <message>
            <source>Defects</source>
            <translation>补正内容</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>决定</translation>
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
            <translation>检查连接(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Join and copy</source>
            <translation>加入并下载(&amp;J)</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Step by step</source>
            <translation>逐步检查</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>怎么办</translation>
        </message>
        <message>
            <source>Connect to a centre</source>
            <translation>接入中心</translation>
        </message>
        <message>
            <source>The first copy</source>
            <translation>首次下载</translation>
        </message>
        <message>
            <source>A desktop of a centre keeps a copy of its districts: everything can be done while the network is away, and reaches the others when it is back. Your administrator tells what to enter here.</source>
            <translation>接入中心后,本机存有所辖辖区的副本:没有网络也能照常办理,网络恢复后送达各处。以下内容由您的管理员告知。</translation>
        </message>
        <message>
            <source>The first copy: %1 of %2 acts. It can be broken off; it goes on by itself later.</source>
            <translation>首次下载:%2 条中的 %1 条。可以中断,之后自动继续。</translation>
        </message>
        <message>
            <source>Se&amp;rver</source>
            <translation>服务器(&amp;R)</translation>
        </message>
        <message>
            <source>centre.example, or the folder of a socket</source>
            <translation>如 centre.example,或本机套接字所在目录</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>端口</translation>
        </message>
        <message>
            <source>&amp;Port</source>
            <translation>端口(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Database</source>
            <translation>数据库(&amp;D)</translation>
        </message>
        <message>
            <source>Certificate authority that vouches for the server</source>
            <translation>为服务器作证的证书机构</translation>
        </message>
        <message>
            <source>Certificate &amp;authority</source>
            <translation>证书机构文件(&amp;A)</translation>
        </message>
        <message>
            <source>A&amp;ccount at the centre</source>
            <translation>中心账号(&amp;C)</translation>
        </message>
        <message>
            <source>as the administrator has admitted you</source>
            <translation>管理员为您开立的账号</translation>
        </message>
        <message>
            <source>Si&amp;gn in with the domain, without typing (Kerberos)</source>
            <translation>用域账号登录,免输口令(Kerberos)(&amp;G)</translation>
        </message>
        <message>
            <source>Pass&amp;word</source>
            <translation>口令(&amp;W)</translation>
        </message>
        <message>
            <source>kept in memory only</source>
            <translation>只留在内存中</translation>
        </message>
        <message>
            <source>D&amp;istricts</source>
            <translation>辖区(&amp;I)</translation>
        </message>
        <message>
            <source>440305; empty = all the account may read</source>
            <translation>如 440305;留空 = 账号可读的全部辖区</translation>
        </message>
        <message>
            <source>Identity of this &amp;desktop</source>
            <translation>本机标识(&amp;D)</translation>
        </message>
        <message>
            <source>The administrator of the centre enrols this desktop by it. If you were given one, enter that instead.</source>
            <translation>中心管理员凭此登记本机。如已得到一个标识,请改填该标识。</translation>
        </message>
        <message>
            <source>Check the way first; every step has to be passed.</source>
            <translation>请先检查连接;每一步都须通过。</translation>
        </message>
        <message>
            <source>Enter the name of the server.</source>
            <translation>请填写服务器名称。</translation>
        </message>
        <message>
            <source>Enter the account.</source>
            <translation>请填写账号。</translation>
        </message>
        <message>
            <source>The identity of this desktop is not one: 32 hexadecimal digits in five groups.</source>
            <translation>本机标识不正确:应为五组共 32 位十六进制数字。</translation>
        </message>
        <message>
            <source>A district is a number of six digits.</source>
            <translation>辖区是六位数字。</translation>
        </message>
        <message>
            <source>Break off</source>
            <translation>中断</translation>
        </message>
        <message>
            <source>Looking at the way to the centre…</source>
            <translation>正在逐步检查…</translation>
        </message>
        <message>
            <source>passed</source>
            <translation>通过</translation>
        </message>
        <message>
            <source>not passed</source>
            <translation>未通过</translation>
        </message>
        <message>
            <source>Not yet: see what to do at the last step.</source>
            <translation>尚未通过:请看最后一步旁边的办法。</translation>
        </message>
        <message>
            <source>Ready. You are %1 at the centre; the first copy brings %2 acts.</source>
            <translation>可以加入。您在中心的账号是 %1;首次下载 %2 条记录。</translation>
        </message>
        <message>
            <source>Joining the centre…</source>
            <translation>正在加入…</translation>
        </message>
        <message>
            <source>This workspace has cases of its own, or belongs to another account: make a new one for working with a centre.</source>
            <translation>此工作区已有自己的办件,或属于另一账号:请为接入中心新建一个工作区。</translation>
        </message>
        <message>
            <source>This is a desktop of the centre now; %1 acts were copied.</source>
            <translation>本机已接入中心,已下载 %1 条记录。</translation>
        </message>
        <message>
            <source>Joined. The copy is not complete yet and goes on by itself.</source>
            <translation>已加入。下载尚未完成,会自动继续。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ConnectWords</name>
        <message>
            <source>The name of the server is known</source>
            <translation>服务器名称可以解析</translation>
        </message>
        <message>
            <source>Something answers at the port</source>
            <translation>端口有应答</translation>
        </message>
        <message>
            <source>The server proves who it is</source>
            <translation>服务器证明了身份</translation>
        </message>
        <message>
            <source>It lets this account in</source>
            <translation>账号可以登录</translation>
        </message>
        <message>
            <source>It is a centre that fits this program</source>
            <translation>是与本程序相符的中心</translation>
        </message>
        <message>
            <source>The account may read the districts</source>
            <translation>账号可读取所选辖区</translation>
        </message>
        <message>
            <source>This desktop is enrolled for the account</source>
            <translation>本机已登记在该账号名下</translation>
        </message>
        <message>
            <source>Both clocks agree</source>
            <translation>两边时钟一致</translation>
        </message>
        <message>
            <source>No address is known for that name. Compare it letter by letter; if it is right, this machine has no network or another name server.</source>
            <translation>该名称没有地址。请逐字核对;如果无误,可能是本机没有网络,或域名服务器不同。</translation>
        </message>
        <message>
            <source>Nothing answers. Is the port right, and does a firewall let this machine through? Ask whoever runs the centre.</source>
            <translation>没有应答。端口是否正确?防火墙是否放行本机?请询问中心管理员。</translation>
        </message>
        <message>
            <source>The machine is there, but no database answers at that port. Compare the port; the centre may be stopped.</source>
            <translation>机器在,但该端口没有数据库应答。请核对端口;中心可能已停机。</translation>
        </message>
        <message>
            <source>The server does not encrypt. Over a network that is not allowed: its administrator has to turn TLS on.</source>
            <translation>服务器没有加密。经网络连接必须加密:请其管理员启用 TLS。</translation>
        </message>
        <message>
            <source>Choose the file of the certificate authority that your administrator gave you.</source>
            <translation>请选择管理员给您的证书机构文件。</translation>
        </message>
        <message>
            <source>Another authority vouches for this server than the one in the file. Do not go on: ask the administrator whether the file is the right one.</source>
            <translation>为服务器作证的不是文件中的机构。请不要继续,先向管理员核实文件。</translation>
        </message>
        <message>
            <source>The certificate is for another name. Use the name that stands in it, not an address.</source>
            <translation>证书属于另一名称。请使用证书上的名称,不要用地址。</translation>
        </message>
        <message>
            <source>The certificate has expired, or the clock of this machine is wrong.</source>
            <translation>证书已过期,或本机时钟不对。</translation>
        </message>
        <message>
            <source>Type the password of the account.</source>
            <translation>请输入账号的口令。</translation>
        </message>
        <message>
            <source>Account or password is wrong. Mind capital letters; the account is that of the centre, not that of this machine.</source>
            <translation>账号或口令不对。注意大小写;这里是中心的账号,不是本机的账号。</translation>
        </message>
        <message>
            <source>There is no valid ticket of the domain. Lock and unlock the machine with the domain password, or sign in with the password of the centre.</source>
            <translation>没有有效的域票据。请用域口令锁定并解锁本机,或改用中心口令登录。</translation>
        </message>
        <message>
            <source>The centre does not know this account, or does not let it in from this machine. Its administrator admits it.</source>
            <translation>中心没有此账号,或不允许从本机登录。请中心管理员开通。</translation>
        </message>
        <message>
            <source>There is no database of that name on the server; usually it is called tongban.</source>
            <translation>服务器上没有该名称的数据库;通常名为 tongban。</translation>
        </message>
        <message>
            <source>The server cannot bind the password to the encrypted line. Its administrator has to keep passwords as SCRAM.</source>
            <translation>服务器不能把口令绑定到加密通道。请其管理员以 SCRAM 方式保存口令。</translation>
        </message>
        <message>
            <source>The database is not a centre of Tongban. Compare its name with what the administrator said.</source>
            <translation>该数据库不是通办中心。请与管理员给的名称核对。</translation>
        </message>
        <message>
            <source>The centre is older than this program. Its administrator has to bring it up (tongbanctl centre migrate).</source>
            <translation>中心比本程序旧。请其管理员升级(tongbanctl centre migrate)。</translation>
        </message>
        <message>
            <source>The login has no account at the centre. Its administrator admits it (tongbanctl centre grant).</source>
            <translation>该登录名在中心没有账号。请其管理员开通(tongbanctl centre grant)。</translation>
        </message>
        <message>
            <source>The account has no right in any district yet. The administrator grants one.</source>
            <translation>账号还没有任何辖区的权限。请管理员授权。</translation>
        </message>
        <message>
            <source>The account may not read all the districts given. Leave the field empty for those it may.</source>
            <translation>账号不能读取所填的全部辖区。留空即为可读的辖区。</translation>
        </message>
        <message>
            <source>Give the identity of this desktop below to the administrator of the centre, who enrols it (tongbanctl centre grant ACCOUNT --device IDENTITY); then check again.</source>
            <translation>请把本机标识告知中心管理员登记(tongbanctl centre grant 账号 --device 标识),然后再检查。</translation>
        </message>
        <message>
            <source>The clock of this machine is more than two minutes off the centre&apos;s. Work is possible, limits go by the centre&apos;s clock; set this one right.</source>
            <translation>本机时钟与中心相差两分钟以上。可以办理,期限以中心时钟为准;请校准本机时钟。</translation>
        </message>
        <message>
            <source>This was not foreseen; what the server said is in the tip of this line, for the support.</source>
            <translation>这是未预料的情况;服务器的原话在本行的提示中,供技术支持查看。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CopyPage</name>
        <message>
            <source>The copy on this desktop</source>
            <translation>本机副本</translation>
        </message>
        <message>
            <source>This desktop</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>How far the copy reaches</source>
            <translation>副本到哪里为止</translation>
        </message>
        <message>
            <source>District</source>
            <translation>辖区</translation>
        </message>
        <message>
            <source>Acts copied</source>
            <translation>已下载</translation>
        </message>
        <message>
            <source>At the centre when last seen</source>
            <translation>上次所见中心条数</translation>
        </message>
        <message>
            <source>Safe there up to</source>
            <translation>中心已稳妥至</translation>
        </message>
        <message>
            <source>Last contact</source>
            <translation>上次联系</translation>
        </message>
        <message>
            <source>Acts this program would not have allowed</source>
            <translation>本程序当时不会允许的操作</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>办件</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>行为</translation>
        </message>
        <message>
            <source>By</source>
            <translation>办理人</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Against it</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Centre</source>
            <translation>中心</translation>
        </message>
        <message>
            <source>%1, database %2</source>
            <translation>%1,数据库 %2</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>线路</translation>
        </message>
        <message>
            <source>encrypted; the centre has proved by its certificate who it is</source>
            <translation>已加密;中心以证书证明了身份</translation>
        </message>
        <message>
            <source>on this machine, without a network</source>
            <translation>本机内,不经网络</translation>
        </message>
        <message>
            <source>Login and account</source>
            <translation>登录名与账号</translation>
        </message>
        <message>
            <source>%1, in the record as %2</source>
            <translation>%1,记录中为 %2</translation>
        </message>
        <message>
            <source>Enrolled as</source>
            <translation>登记标识</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>时钟</translation>
        </message>
        <message>
            <source>as the centre&apos;s</source>
            <translation>与中心一致</translation>
        </message>
        <message numerus="yes">
            <source>%n second(s) off the centre&apos;s; limits go by the centre&apos;s clock</source>
            <translation>
                <numerusform>与中心相差 %n 秒;期限以中心时钟为准</numerusform>
            </translation>
        </message>
        <message>
            <source>never</source>
            <translation>从未</translation>
        </message>
        <message>
            <source>Place in the chain: %1 / %2</source>
            <translation>链上位置:%1 / %2</translation>
        </message>
        <message>
            <source>Every act of the centre agrees with what this program would have allowed.</source>
            <translation>中心的每项操作都是本程序也会允许的。</translation>
        </message>
        <message numerus="yes">
            <source>The centre carried out %n act(s) that this program would not have allowed: it judged them by its own texts and calendar, and they stand. If there are many, this program or its catalogue is older than the centre&apos;s; tell the administrator.</source>
            <translation>
                <numerusform>中心办理了 %n 项本程序不会允许的操作:中心按自己的规定和日历判断,这些操作有效。如果很多,说明本程序或事项目录比中心旧,请告知管理员。</numerusform>
            </translation>
        </message>
        <message>
            <source>The centre came back from a backup. The copy was compared with it, and what it had lost was sent again.</source>
            <translation>中心曾从备份恢复。副本已与中心核对,中心丢失的部分已重新上报。</translation>
        </message>
        <message>
            <source>Another machine had this desktop&apos;s identity; it has a new one now.</source>
            <translation>另一台机器使用了本机的标识;本机已换新标识。</translation>
        </message>
        <message numerus="yes">
            <source>%n act(s) came out differently after the backup: look at them in the list of acts.</source>
            <translation>
                <numerusform>中心恢复后有 %n 项操作的结果改变:请在操作清单中查看。</numerusform>
            </translation>
        </message>
        <message>
            <source>District %1 may no longer be read by this login; its copy stays as it was.</source>
            <translation>此登录名不再有权读取辖区 %1;其副本保持原样。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::OutboxPage</name>
        <message>
            <source>Show &amp;everything, also what is done</source>
            <translation>显示全部,包括已办结的(&amp;E)</translation>
        </message>
        <message>
            <source>Acts of this desktop</source>
            <translation>本机的操作</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>行为</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>办件</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Note for closing: what was done about it</source>
            <translation>了结说明:如何处理的</translation>
        </message>
        <message>
            <source>Note for closing</source>
            <translation>了结说明</translation>
        </message>
        <message>
            <source>Write to a file…</source>
            <translation>写入文件…</translation>
        </message>
        <message>
            <source>Reconciliation sheet</source>
            <translation>对账单</translation>
        </message>
        <message>
            <source>Do it again now</source>
            <translation>按现状重新办理</translation>
        </message>
        <message>
            <source>Close with the note</source>
            <translation>写明后了结</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>To the case</source>
            <translation>打开办件</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Nothing waits: everything done here has reached the centre.</source>
            <translation>没有等待的操作:本机的操作均已送达中心。</translation>
        </message>
        <message>
            <source>The first %1 of %2</source>
            <translation>%2 项中的前 %1 项</translation>
        </message>
        <message numerus="yes">
            <source>%n act(s)</source>
            <translation>
                <numerusform>%n 项操作</numerusform>
            </translation>
        </message>
        <message>
            <source>Only what was never sent can be taken back.</source>
            <translation>只有从未上报的操作可以撤回。</translation>
        </message>
        <message>
            <source>Only what was not carried out is done again.</source>
            <translation>只有未被办理的操作才需重新办理。</translation>
        </message>
        <message>
            <source>Write a note first.</source>
            <translation>请先写明情况。</translation>
        </message>
        <message>
            <source>Only what was not carried out has to be closed.</source>
            <translation>只有未被办理的操作才需了结。</translation>
        </message>
        <message>
            <source>There is no such case here.</source>
            <translation>本机没有此件。</translation>
        </message>
        <message>
            <source>Taken back, never sent: %1</source>
            <translation>已撤回,未曾上报:%1</translation>
        </message>
        <message>
            <source>Sent again: %1</source>
            <translation>已重新提交:%1</translation>
        </message>
        <message>
            <source>Done again, the first try is closed: %1</source>
            <translation>已重新办理,原操作已了结:%1</translation>
        </message>
        <message>
            <source>Closed: %1</source>
            <translation>已了结:%1</translation>
        </message>
        <message>
            <source>Write what the centre has not confirmed to a file</source>
            <translation>把中心未确认的操作写入文件</translation>
        </message>
        <message numerus="yes">
            <source>%n act(s) written to %1</source>
            <translation>
                <numerusform>已把 %n 项操作写入 %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing was done without the centre in the last two weeks.</source>
            <translation>最近两周没有离线办理的操作。</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>There is no printer; save the sheet instead.</source>
            <translation>没有打印机;请改为保存。</translation>
        </message>
        <message>
            <source>Sent to %1.</source>
            <translation>已送往 %1。</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
        <message>
            <source>Save the reconciliation sheet</source>
            <translation>保存对账单</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>已保存:%1</translation>
        </message>
        <message>
            <source>It could not be written to %1.</source>
            <translation>不能写入 %1。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::PastPage</name>
        <message>
            <source>The case as it stood</source>
            <translation>当时的办件</translation>
        </message>
        <message>
            <source>Limits, as they read on that day</source>
            <translation>当日所见的期限</translation>
        </message>
        <message>
            <source>Acts done by then</source>
            <translation>截至当时的行为</translation>
        </message>
        <message>
            <source>2026-11-23 or 2026-11-23 10:03</source>
            <translation>2026-11-23 或 2026-11-23 10:03</translation>
        </message>
        <message>
            <source>Day, or day and time</source>
            <translation>日期,或日期和时刻</translation>
        </message>
        <message>
            <source>One act earlier</source>
            <translation>前一行为</translation>
        </message>
        <message>
            <source>One act later</source>
            <translation>后一行为</translation>
        </message>
        <message>
            <source>Back to the present (Esc)</source>
            <translation>回到现在 (Esc)</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Enter a day such as 2026-11-23, or with the time, 2026-11-23 10:03.</source>
            <translation>请输入日期,如 2026-11-23,或加时刻,如 2026-11-23 10:03。</translation>
        </message>
        <message>
            <source>There was no such case then: nothing is recorded before its first act.</source>
            <translation>当时还没有此件:第一个行为之前没有记录。</translation>
        </message>
        <message>
            <source>THE PAST, read only. As the case stood on %1, after act %2 of %3. Nothing that came later is shown.</source>
            <translation>往日情况,只读。此件在 %1 的样子,第 %2 个行为之后(共 %3 个)。此后的一切都不显示。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::CentreAccountPage</name>
        <message>
            <source>Rights at the centre</source>
            <translation>在中心的权限</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>District</source>
            <translation>辖区</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>自</translation>
        </message>
        <message>
            <source>Granted by</source>
            <translation>授权人</translation>
        </message>
        <message>
            <source>Account at the centre</source>
            <translation>中心账号</translation>
        </message>
        <message>
            <source>Present pass&amp;word</source>
            <translation>当前口令(&amp;W)</translation>
        </message>
        <message>
            <source>&amp;New password</source>
            <translation>新口令(&amp;N)</translation>
        </message>
        <message>
            <source>New password &amp;again</source>
            <translation>再输一次新口令(&amp;A)</translation>
        </message>
        <message>
            <source>C&amp;hange the password</source>
            <translation>更改口令(&amp;H)</translation>
        </message>
        <message>
            <source>Asking the centre…</source>
            <translation>正在询问中心…</translation>
        </message>
        <message>
            <source>The centre cannot be reached; what it knows of this account is asked for when it can.</source>
            <translation>暂时连不上中心;连上后再查询此账号。</translation>
        </message>
        <message>
            <source>You are %1 in the record of acts of the centre.</source>
            <translation>您在中心行为记录中的账号是 %1。</translation>
        </message>
        <message>
            <source>all districts</source>
            <translation>全部辖区</translation>
        </message>
        <message>
            <source>all items</source>
            <translation>全部事项</translation>
        </message>
        <message>
            <source>No right at present: the centre refuses every act.</source>
            <translation>目前没有任何权限:中心会拒绝一切操作。</translation>
        </message>
        <message>
            <source>This centre is older and does not tell the rights.</source>
            <translation>该中心版本较旧,不提供权限清单。</translation>
        </message>
        <message>
            <source>This account signs in without a password (domain, certificate or this machine): there is none to change.</source>
            <translation>此账号登录不用口令(域账号、证书或本机),没有口令可改。</translation>
        </message>
        <message>
            <source>The new password was not typed the same twice.</source>
            <translation>两次输入的新口令不一致。</translation>
        </message>
        <message numerus="yes">
            <source>The new password needs %n character(s) at least.</source>
            <translation>
                <numerusform>新口令至少 %n 个字符。</numerusform>
            </translation>
        </message>
        <message>
            <source>The present password is wrong; nothing was changed.</source>
            <translation>当前口令不对,没有更改。</translation>
        </message>
        <message>
            <source>The password of the account is changed, on every desktop that uses it.</source>
            <translation>此账号的口令已更改,对使用它的每台桌面有效。</translation>
        </message>
        <message>
            <source>The password at the centre is changed.</source>
            <translation>中心口令已更改。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::OfficeRecordPage</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>; </source>
            <translation>;</translation>
        </message>
        <message>
            <source>By</source>
            <translation>操作人</translation>
        </message>
        <message>
            <source>Changes of the office</source>
            <translation>工作区变更记录</translation>
        </message>
        <message>
            <source>How</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Nothing is ever taken out of this list; the check of the record goes through its chain too.</source>
            <translation>此清单只增不减;监察核验时一并核对其哈希链。</translation>
        </message>
        <message>
            <source>Show &amp;earlier ones</source>
            <translation>显示更早的记录(&amp;E)</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Whom or which</source>
            <translation>对象</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::OfficeWords</name>
        <message>
            <source>%1: %2</source>
            <translation>%1:%2</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <translation>%1:%2 → %3</translation>
        </message>
        <message>
            <source>account added</source>
            <translation>新增账号</translation>
        </message>
        <message>
            <source>account changed</source>
            <translation>修改账号</translation>
        </message>
        <message>
            <source>account disabled</source>
            <translation>停用账号</translation>
        </message>
        <message>
            <source>account enabled</source>
            <translation>启用账号</translation>
        </message>
        <message>
            <source>body</source>
            <translation>行使权力的机关</translation>
        </message>
        <message>
            <source>by the paper</source>
            <translation>依据文件</translation>
        </message>
        <message>
            <source>calendar of a year imported</source>
            <translation>导入年度日历</translation>
        </message>
        <message>
            <source>catalogue imported</source>
            <translation>导入事项目录</translation>
        </message>
        <message>
            <source>command line of this machine</source>
            <translation>本机命令行</translation>
        </message>
        <message>
            <source>days changed</source>
            <translation>变更天数</translation>
        </message>
        <message>
            <source>digest</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>hall</source>
            <translation>大厅</translation>
        </message>
        <message>
            <source>in force from</source>
            <translation>生效日期</translation>
        </message>
        <message>
            <source>new password set</source>
            <translation>重设密码</translation>
        </message>
        <message>
            <source>new recovery code made</source>
            <translation>生成新恢复码</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>passphrase of the office changed</source>
            <translation>更换工作区口令</translation>
        </message>
        <message>
            <source>person</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>roles</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>written by a newer program</source>
            <translation>由更新版本的程序写入</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::ProtectionPage</name>
        <message>
            <source>&amp;Change the passphrase</source>
            <translation>更换口令(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Present passphrase</source>
            <translation>现口令(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Seal this office…</source>
            <translation>加密本工作区(&amp;S)…</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>A passphrase has at least %1 characters.</source>
            <translation>口令至少 %1 个字符。</translation>
        </message>
        <message>
            <source>Changing the passphrase</source>
            <translation>正在更换口令</translation>
        </message>
        <message>
            <source>Identity numbers, telephone numbers and answers of the police are sealed in the files of this office. It opens by: %1.</source>
            <translation>证件号码、电话号码和公安核验结果已在本工作区的文件中加密。可用以下方式打开:%1。</translation>
        </message>
        <message>
            <source>Identity numbers, telephone numbers and answers of the police stand plain in the files of this office: whoever gets at the files can read them. For sealing, the window closes and asks for a passphrase; nothing is lost, and it opens again by itself.</source>
            <translation>证件号码、电话号码和公安核验结果在本工作区的文件中是明文,拿到文件的人都能读到。加密时窗口会关闭并要求设定口令;不会丢失任何内容,完成后自动重新打开。</translation>
        </message>
        <message>
            <source>Make a new &amp;recovery code</source>
            <translation>生成新的恢复码(&amp;R)</translation>
        </message>
        <message>
            <source>Ne&amp;w passphrase</source>
            <translation>新口令(&amp;W)</translation>
        </message>
        <message>
            <source>New passphrase a&amp;gain</source>
            <translation>再次输入新口令(&amp;G)</translation>
        </message>
        <message>
            <source>On paper in a safe, it opens this office when the passphrase is forgotten and the keyring is lost. A new one makes the old one worthless.</source>
            <translation>抄写后存入保险柜,口令忘记、密钥环丢失时凭它打开本工作区。生成新码后旧码作废。</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>口令</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>The old recovery code opens nothing any more.</source>
            <translation>旧恢复码已作废。</translation>
        </message>
        <message>
            <source>The passphrase is changed; every other way to open the office stays.</source>
            <translation>口令已更换;其他打开方式不变。</translation>
        </message>
        <message>
            <source>The two passphrases differ.</source>
            <translation>两次输入的口令不一致。</translation>
        </message>
        <message>
            <source>These cases are made up: nothing in them is sealed.</source>
            <translation>这些办件是虚构的,不加密。</translation>
        </message>
        <message>
            <source>This is not the present passphrase; nothing was changed.</source>
            <translation>现口令不对,没有作任何改动。</translation>
        </message>
        <message>
            <source>Write it down now and lock it away: it is shown until you leave this page, and the old one opens nothing any more.</source>
            <translation>请立即抄写并存入保险柜:离开本页后不再显示,旧码已作废。</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::WayWords</name>
        <message>
            <source>a key file of a service</source>
            <translation>服务用密钥文件</translation>
        </message>
        <message>
            <source>the keyring of this machine</source>
            <translation>本机密钥环</translation>
        </message>
        <message>
            <source>the passphrase</source>
            <translation>口令</translation>
        </message>
        <message>
            <source>the recovery code</source>
            <translation>恢复码</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::FaultWords</name>
        <message>
            <source>a change of the office is missing</source>
            <translation>缺少一条工作区变更记录</translation>
        </message>
        <message>
            <source>a change of the office was altered</source>
            <translation>工作区变更记录被改动</translation>
        </message>
        <message>
            <source>a witness is missing</source>
            <translation>缺少见证</translation>
        </message>
        <message>
            <source>acts have changed places</source>
            <translation>行为记录的次序被调换</translation>
        </message>
        <message>
            <source>an act is missing</source>
            <translation>缺少一条行为记录</translation>
        </message>
        <message>
            <source>an act was changed</source>
            <translation>行为记录被改动</translation>
        </message>
        <message>
            <source>an act was slipped in</source>
            <translation>插入了不属于此链的记录</translation>
        </message>
        <message>
            <source>the application is not the one taken in</source>
            <translation>申请内容与收件时不同</translation>
        </message>
        <message>
            <source>the case does not stand as its acts left it</source>
            <translation>办件状态与其行为记录不符</translation>
        </message>
        <message>
            <source>the case is not as its application says</source>
            <translation>办件栏目与申请内容不符</translation>
        </message>
        <message>
            <source>the chain does not end where it should</source>
            <translation>记录链的末端不符</translation>
        </message>
        <message>
            <source>the chain is not the one that a witness saw</source>
            <translation>记录链与见证不符,已被重写</translation>
        </message>
        <message>
            <source>the decision is not the one its act names</source>
            <translation>决定与行为记录所指的不符</translation>
        </message>
        <message>
            <source>the end of the changes of the office was cut off</source>
            <translation>工作区变更记录的末尾被截去</translation>
        </message>
        <message>
            <source>the end was cut off</source>
            <translation>末尾被截去</translation>
        </message>
        <message>
            <source>the file of witnesses was changed</source>
            <translation>见证文件被改动</translation>
        </message>
        <message>
            <source>the totals of the lists are not those of the cases</source>
            <translation>清单的合计与办件不符</translation>
        </message>
    </context>
    <context>
        <name>tongban::ui::DoubtWords</name>
        <message>
            <source>As this program counts, the case stood where this cannot be done, or went on to another state.</source>
            <translation>按本机程序推算,当时的状态不能办理这一步,或办理后应为另一状态。</translation>
        </message>
        <message>
            <source>By the workflow of this program, that role may not do it.</source>
            <translation>按本机的流程表,该岗位无权办理这一步。</translation>
        </message>
        <message>
            <source>The act gives no reason.</source>
            <translation>未写明理由。</translation>
        </message>
        <message>
            <source>The act names no article it rests on.</source>
            <translation>未写明依据的条款。</translation>
        </message>
        <message>
            <source>The act names no document.</source>
            <translation>未写明文书编号。</translation>
        </message>
        <message>
            <source>A second person had to sign and did not.</source>
            <translation>应有第二人签署而没有。</translation>
        </message>
        <message>
            <source>Who acted and who signed are one person.</source>
            <translation>经办人与签署人是同一人。</translation>
        </message>
        <message>
            <source>Who signed may not sign this.</source>
            <translation>签署人无权签署这一步。</translation>
        </message>
        <message>
            <source>Who proposed the refusal signed it too.</source>
            <translation>拟定不予许可的人又自己复核。</translation>
        </message>
        <message>
            <source>The act does not say who did it.</source>
            <translation>没有写明经办人。</translation>
        </message>
        <message>
            <source>By the catalogue of this desktop, another body decides this.</source>
            <translation>按本机目录,此事项由另一机关决定。</translation>
        </message>
        <message>
            <source>The case is decided under another version of its item.</source>
            <translation>本件适用的是事项的另一版本。</translation>
        </message>
        <message>
            <source>The item had been cancelled.</source>
            <translation>该事项当时已经取消。</translation>
        </message>
        <message>
            <source>The act is stamped earlier than the one before it.</source>
            <translation>这一步的时间早于上一步。</translation>
        </message>
        <message>
            <source>The case had been accepted already.</source>
            <translation>此前已经受理。</translation>
        </message>
        <message>
            <source>The case had not been accepted.</source>
            <translation>当时尚未受理。</translation>
        </message>
        <message>
            <source>The five working days after which a case counts as accepted were not over.</source>
            <translation>视为受理的五个工作日当时还没有满。</translation>
        </message>
        <message>
            <source>The notice does not say everything it has to say.</source>
            <translation>告知的内容不完整。</translation>
        </message>
        <message>
            <source>The notice names what could have been told the first time, and nobody signed for it.</source>
            <translation>再次告知了首次就能发现的问题,且无人签署。</translation>
        </message>
        <message>
            <source>The act names a document that the item does not have.</source>
            <translation>写到了该事项没有的材料。</translation>
        </message>
        <message>
            <source>A main document was allowed to follow later.</source>
            <translation>对主要材料作了容缺。</translation>
        </message>
        <message>
            <source>Nothing was missing for which it could be accepted conditionally.</source>
            <translation>没有缺少的材料,不需要容缺受理。</translation>
        </message>
        <message>
            <source>Documents of the conditional acceptance were still missing.</source>
            <translation>容缺受理的材料当时尚未补齐。</translation>
        </message>
        <message>
            <source>The act lacks the day by which something is due.</source>
            <translation>没有写明期限日期。</translation>
        </message>
        <message>
            <source>The day that was set lies outside what the law allows.</source>
            <translation>所定的日期超出法定范围。</translation>
        </message>
        <message>
            <source>The item does not offer a promise instead of proof.</source>
            <translation>该事项不适用告知承诺。</translation>
        </message>
        <message>
            <source>A promise was taken in a matter of safety.</source>
            <translation>涉及安全的事项作了告知承诺。</translation>
        </message>
        <message>
            <source>A promise was taken from somebody with unrepaired bad credit.</source>
            <translation>有未修复失信记录的人作了告知承诺。</translation>
        </message>
        <message>
            <source>A promise was taken although the credit register had not answered.</source>
            <translation>信用来源尚未答复就接受了告知承诺。</translation>
        </message>
        <message>
            <source>There was no promise that could be withdrawn.</source>
            <translation>没有可以撤回的承诺。</translation>
        </message>
        <message>
            <source>The applicant had asked for a person, and the program decided.</source>
            <translation>申请人已要求人工办理,却由程序作出决定。</translation>
        </message>
        <message>
            <source>A person had worked on the case, and the program decided.</source>
            <translation>已有人经手,却由程序作出决定。</translation>
        </message>
        <message>
            <source>The item does not let the program do this.</source>
            <translation>该事项不允许程序办理这一步。</translation>
        </message>
        <message>
            <source>The limit had been extended before.</source>
            <translation>此前已经延长过期限。</translation>
        </message>
        <message>
            <source>The extension is longer than the law allows.</source>
            <translation>延长的天数超过法定上限。</translation>
        </message>
        <message>
            <source>The clock had been stopped already.</source>
            <translation>此前已经中止计时。</translation>
        </message>
        <message>
            <source>A second visit to the hall has no reason.</source>
            <translation>第二次到大厅没有写明原因。</translation>
        </message>
        <message>
            <source>The item is not sent by courier.</source>
            <translation>该事项不提供快递。</translation>
        </message>
        <message>
            <source>The number of the waybill is none.</source>
            <translation>运单号无效。</translation>
        </message>
        <message>
            <source>It does not say who took the result.</source>
            <translation>没有写明领取人。</translation>
        </message>
        <message>
            <source>There was nothing under way that could come back.</source>
            <translation>没有在途可退回的件。</translation>
        </message>
        <message>
            <source>There was no licence that could be revoked.</source>
            <translation>没有可以撤销的许可。</translation>
        </message>
        <message>
            <source>The name of an account is none.</source>
            <translation>账号名称无效。</translation>
        </message>
        <message>
            <source>A text holds characters that nobody can see, or is too long.</source>
            <translation>文字含有看不见的字符,或者过长。</translation>
        </message>
        <message>
            <source>The time that the applicant was given had not passed.</source>
            <translation>给申请人的补正时间当时还没有过。</translation>
        </message>
        <message>
            <source>By this desktop&apos;s calendar the limit had passed.</source>
            <translation>按本机的日历,当时已过期限。</translation>
        </message>
        <message>
            <source>Paper was asked for that shared data delivers, without a reason.</source>
            <translation>没有写明原因就要了共享数据已提供的纸质材料。</translation>
        </message>
        <message>
            <source>A supplement came without documents or corrections.</source>
            <translation>补正中没有材料也没有更正。</translation>
        </message>
        <message>
            <source>A person decided before the rules had looked, without saying why.</source>
            <translation>规则尚未判断就由人决定,且没有写明原因。</translation>
        </message>
        <message>
            <source>The window does not serve this item.</source>
            <translation>该窗口不受理此事项。</translation>
        </message>
        <message>
            <source>The account is not known here.</source>
            <translation>本机没有这个账号。</translation>
        </message>
        <message>
            <source>The account does not hold that role here.</source>
            <translation>该账号在本机没有这个岗位。</translation>
        </message>
        <message>
            <source>Somebody else was working on the case.</source>
            <translation>当时另有人在办本件。</translation>
        </message>
        <message>
            <source>The rating says nothing.</source>
            <translation>评价没有内容。</translation>
        </message>
        <message>
            <source>The case had been rated before.</source>
            <translation>此前已经评价过。</translation>
        </message>
        <message>
            <source>There was no bad rating that had to be put right.</source>
            <translation>没有需要整改的差评。</translation>
        </message>
        <message>
            <source>The clock was started again before the time that had been told.</source>
            <translation>在告知的中止时间届满之前就恢复了计时。</translation>
        </message>
        <message>
            <source>What came with the act is not what the act names; it was not kept.</source>
            <translation>随这一步送来的记录与这一步所写的摘要不符,未予保存。</translation>
        </message>
        <message>
            <source>What the rules decided from cannot be read by this program; update it.</source>
            <translation>规则据以判断的记录本程序读不了,请更新程序。</translation>
        </message>
        <message>
            <source>The rules by which it was decided are not at the centre; their reasons cannot be shown here.</source>
            <translation>作出判断所用的规则不在中心,本机无法显示其理由。</translation>
        </message>
        <message>
            <source>By the texts and the calendar of this desktop it would not have been possible (%1).</source>
            <translation>按本机的事项、规则和日历当时不能这样办理(%1)。</translation>
        </message>
    </context>
</TS>
