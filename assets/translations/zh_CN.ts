<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>loss explorer</name>
    <message>
        <location filename="../../explorer/analysis/browsing.py"/>
        <source> or </source>
        <comment>between names</comment>
        <translation> 或 </translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/browsing.py"/>
        <source>&apos;{given}&apos; is more than one column; allowed: {names}</source>
        <translation>“{given}”对应不止一列；可用：{names}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/browsing.py"/>
        <source>&apos;{given}&apos; is no column; allowed: {names}</source>
        <translation>没有名为“{given}”的列；可用：{names}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/browsing.py"/>
        <source>&apos;{given}&apos; is no condition; allowed is NAME SIGN NUMBER, such as {name} &gt; 2</source>
        <translation>“{given}”不是条件；格式为“列名 符号 数值”，如 {name} &gt; 2</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/browsing.py"/>
        <source>&apos;{given}&apos;: nan has no order; allowed are = nan and != nan</source>
        <translation>“{given}”：nan 不能比较大小；可用 = nan 和 != nan</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/browsing.py"/>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <location filename="../../explorer/ui/commands.py"/>
        <location filename="../../explorer/ui/panels/sample_groups.py"/>
        <source>, </source>
        <comment>between clauses</comment>
        <translation>，</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/browsing.py"/>
        <source>classes with a target above 1/2</source>
        <translation>目标大于 1/2 的类别数</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/browsing.py"/>
        <source>labels</source>
        <comment>column</comment>
        <translation>标签数</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/browsing.py"/>
        <source>length of the gradient of {loss}</source>
        <translation>{loss} 梯度的长度</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/browsing.py"/>
        <source>margin</source>
        <comment>column</comment>
        <translation>余量</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/browsing.py"/>
        <source>names are searched among {most} samples; narrow {count} down first</source>
        <translation>名称最多在 {most} 个样本中查找；先把 {count} 个缩小到此数以内</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/browsing.py"/>
        <location filename="../../explorer/plots/values.py"/>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <location filename="../../explorer/ui/window.py"/>
        <source>nat, sum over classes</source>
        <translation>nat，对类别求和</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/browsing.py"/>
        <source>of the decision of {loss}</source>
        <translation>按 {loss} 的判定计算</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/browsing.py"/>
        <location filename="../../explorer/ui/panels/samples_model.py"/>
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/browsing.py"/>
        <location filename="../../explorer/ui/panels/samples_model.py"/>
        <source>severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/browsing.py"/>
        <source>smallest logit of a labelled class minus largest of an unlabelled one</source>
        <translation>已标注类别中最小的 logit 减去未标注类别中最大的 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <location filename="../../explorer/plots/phrases.py"/>
        <location filename="../../explorer/training/how.py"/>
        <source>; </source>
        <comment>between clauses</comment>
        <translation>；</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <location filename="../../explorer/ui/panels/doctor.py"/>
        <source>nothing found</source>
        <translation>没有发现问题</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>nothing in single samples</source>
        <translation>单个样本中没有发现问题</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} finding about the losses</source>
        <translation>损失有 {count} 项发现</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} finding about the table</source>
        <translation>表格有 {count} 项发现</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} findings about the losses</source>
        <translation>损失有 {count} 项发现</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} findings about the table</source>
        <translation>表格有 {count} 项发现</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} sample with a note</source>
        <translation>{count} 个样本有提示</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} sample with a warning</source>
        <translation>{count} 个样本有警告</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} sample with an error</source>
        <translation>{count} 个样本有错误</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} samples with errors</source>
        <translation>{count} 个样本有错误</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} samples with notes</source>
        <translation>{count} 个样本有提示</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} samples with warnings</source>
        <translation>{count} 个样本有警告</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} with a note</source>
        <translation>{count} 个有提示</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} with a warning</source>
        <translation>{count} 个有警告</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} with an error</source>
        <translation>{count} 个有错误</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} with errors</source>
        <translation>{count} 个有错误</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} with notes</source>
        <translation>{count} 个有提示</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/counting.py"/>
        <source>{count} with warnings</source>
        <translation>{count} 个有警告</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/inverted.py"/>
        <source>0 and 1 exchanged</source>
        <translation>0 和 1 颠倒了</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/inverted.py"/>
        <source>Exchange 0 and 1 in all {rows} samples</source>
        <translation>在全部 {rows} 个样本中互换 0 和 1</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/inverted.py"/>
        <source>In {turned} of {rows} samples the logits of labelled classes lie below the mean logit.</source>
        <translation>{rows} 个样本中有 {turned} 个，其已标注类别的 logit 低于平均 logit。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/inverted.py"/>
        <source>Labels of the whole table likely flipped</source>
        <translation>整个表格的标签可能颠倒了</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/inverted.py"/>
        <source>Look at whether the file writes 1 for a class that is there, and at the sign of the logits; take 1 − targets, or −logits, whichever is wrong.</source>
        <translation>检查文件是否用 1 表示类别存在，以及 logit 的符号；哪一个错了，就取 1 − 目标或 −logit。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/inverted.py"/>
        <source>The table is too large for one edit: mend the file.</source>
        <translation>表格太大，无法一步修改：直接修正文件。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/inverted.py"/>
        <source>Training on exchanged labels teaches the opposite, and every measure of the model is upside down.</source>
        <translation>用颠倒的标签训练，学到的正好相反，模型的每项指标也都是反的。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/inverted.py"/>
        <source>With 0 and 1 exchanged F1 at s &gt; 0 rises from {before} to {after} on average: the labels are exchanged, or the logits have the wrong sign.</source>
        <translation>互换 0 和 1 后，s &gt; 0 处的平均 F1 从 {before} 升到 {after}：要么标签颠倒了，要么 logit 的符号反了。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>A loss learns nothing</source>
        <translation>某个损失学不到东西</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>A sample of which no label is found is the first place to look for wrong labels.</source>
        <translation>一个标签也没找到的样本，是最该查找错误标签的地方。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>All classes are labelled, and {losses} then has no gradient, whatever the logits are.</source>
        <translation>所有类别都被标注，此时无论 logit 如何，{losses} 都没有梯度。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>All classes are labelled, and {losses} then have no gradient, whatever the logits are.</source>
        <translation>所有类别都被标注，此时无论 logit 如何，{losses} 都没有梯度。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>All classes labelled</source>
        <translation>所有类别都被标注</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>All {count} classes are labelled.</source>
        <translation>{count} 个类别全部被标注。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>Compare its labels with its largest logits.</source>
        <translation>把它的标签与最大的几个 logit 对照。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>F1 of this sample is 0.</source>
        <translation>这个样本的 F1 是 0。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>It is seldom meant.</source>
        <translation>这很少是本意。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>It may be right, or the labels are missing.</source>
        <translation>这可能是对的，也可能是标签缺失。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>Losses that compare labels with others have gradient 0 where one side is empty.</source>
        <translation>把标签与其余类别作比较的损失，在某一侧为空时梯度为 0。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>Make sure that none is missing; the shown losses take it as it is.</source>
        <translation>确认没有缺失；所显示的损失会照单全收。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>Make sure that the row is no mask and no placeholder.</source>
        <translation>确认这一行不是掩码，也不是占位。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>No class is labelled, and {losses} then has no gradient, whatever the logits are.</source>
        <translation>没有类别被标注，此时无论 logit 如何，{losses} 都没有梯度。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>No class is labelled, and {losses} then have no gradient, whatever the logits are.</source>
        <translation>没有类别被标注，此时无论 logit 如何，{losses} 都没有梯度。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <location filename="../../explorer/ui/panels/sample_groups.py"/>
        <source>No class labelled</source>
        <translation>没有类别被标注</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>None of the {count} classes is labelled.</source>
        <translation>{count} 个类别都没有标注。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>None of the {count} labels ({names}) is predicted by any of the shown losses.</source>
        <translation>{count} 个标签（{names}）没有一个被所显示的损失预测出来。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <location filename="../../explorer/ui/panels/sample_groups.py"/>
        <source>Nothing predicted right</source>
        <translation>没有预测对任何标签</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>The label {names} is not predicted by any of the shown losses.</source>
        <translation>所显示的损失都没有预测出标签“{names}”。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>The shown losses push all logits down. F1 of this sample is 0 as soon as one class is predicted.</source>
        <translation>所显示的损失压低全部 logit。只要预测了任何一个类别，这个样本的 F1 就是 0。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>The shown losses push all logits up. Often a mask, or a row of ones that stands for missing labels.</source>
        <translation>所显示的损失抬高全部 logit。这往往是掩码，或是用一行 1 代替缺失的标签。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>Training passes over this sample without a word. ZLPR and BCE learn from it.</source>
        <translation>训练会悄悄跳过这个样本，而 ZLPR 和 BCE 能从中学习。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>Use ZLPR or BCE, or leave these samples out on purpose.</source>
        <translation>改用 ZLPR 或 BCE，或者有意去掉这些样本。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>all classes are labelled</source>
        <translation>所有类别都被标注</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>all classes are labelled: nothing to learn</source>
        <translation>所有类别都被标注：无从学习</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <location filename="../../explorer/plots/gradient_ranks.py"/>
        <source>no class is labelled</source>
        <translation>没有已标注的类别</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>no class is labelled: nothing to learn</source>
        <translation>没有类别被标注：无从学习</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/labels.py"/>
        <source>nothing predicted right</source>
        <translation>没有预测对任何标签</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>A logit of −∞ leaves a class out, but not out of a smoothed loss.</source>
        <translation>logit 为 −∞ 会排除一个类别，但平滑后的损失并不排除它。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>A loss that takes logits applies softmax or σ itself; twice, it cannot reach its lowest value.</source>
        <translation>以 logit 为输入的损失自己会做 softmax 或 σ；做两次就达不到最小值。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>A loss that takes logits applies σ itself; twice, ZLPR of a perfect prediction stays at 5.33 for 100 classes and 3 labels, where it should be near 0.</source>
        <translation>以 logit 为输入的损失自己会做 σ；做两次时，100 个类别、3 个标签的完美预测，其 ZLPR 停在 5.33，而本应接近 0。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>A scale multiplies them many times: the value is large and says nothing.</source>
        <translation>它们会被很大的系数放大：损失值很大，却没有意义。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>All {count} logits lie between {low} and {top}, as probabilities do: σ was applied already.</source>
        <translation>{count} 个 logit 都在 {low} 与 {top} 之间，和概率一样：已经做过 σ。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>All {count} logits lie from 0 to 1 and sum to 1: softmax was applied already.</source>
        <translation>{count} 个 logit 都在 0 到 1 之间，且和为 1：已经做过 softmax。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Divide features and class vectors by their norms first.</source>
        <translation>先把特征和类别向量除以各自的范数。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Give the loss what comes before the softmax.</source>
        <translation>把 softmax 之前的数交给损失。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Give the loss what comes before the σ.</source>
        <translation>把 σ 之前的数交给损失。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>It leaves the class out of the loss. Smoothing gives it a share of the label, so that a smoothed loss is infinite; torch&apos;s cross entropy with targets as probabilities is NaN.</source>
        <translation>它把该类别排除在损失之外。但平滑会分给它一份标签，于是平滑后的损失为无穷大；torch 以概率为目标的交叉熵则是 NaN。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Logits that are not finite</source>
        <translation>logit 不是有限的数</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Logits that look like probabilities</source>
        <translation>logit 看起来像概率</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Look for a division by 0, a logarithm of 0, or an overflow of float16 before the loss.</source>
        <translation>在损失之前查找除以 0、对 0 取对数或 float16 溢出。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Losses of cosines multiply by a large scale; other numbers make them huge.</source>
        <translation>以余弦为输入的损失会乘上很大的系数；换成别的数，损失就会极大。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Mask with a large negative number where targets are smoothed.</source>
        <translation>目标经过平滑时，用绝对值很大的负数作掩码。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Masked logits</source>
        <translation>被掩掉的 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Numbers that the loss does not take</source>
        <translation>损失不接受的数</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>One NaN or infinity makes the loss of its batch NaN, and every weight after the next update.</source>
        <translation>一个 NaN 或无穷大就会让整批的损失变成 NaN，下一次更新后所有权重也是。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Set logits that are not finite to 0</source>
        <translation>把非有限的 logit 设为 0</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Softmax applied already</source>
        <translation>已经做过 softmax</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Take logarithms</source>
        <translation>取对数</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>The loss applies it once more: no logit is below the threshold 0, so that every class is predicted, and the loss cannot come near its lowest value.</source>
        <translation>损失还会再做一次：没有 logit 低于阈值 0，于是每个类别都被预测，损失也无法接近最小值。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>The loss applies it, or σ, once more. The largest probability can then not come near 1 and the gradient is a small part of what it should be.</source>
        <translation>损失还会再做一次 softmax 或 σ。这样最大的概率无法接近 1，梯度也只剩应有的一小部分。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>The loss of this sample is NaN or infinite, and in training one such sample makes every weight NaN. Allowed are finite numbers, and −∞ where the target is 0.</source>
        <translation>这个样本的损失是 NaN 或无穷大；训练中只要有一个这样的样本，所有权重都会变成 NaN。允许有限的数，目标为 0 处也允许 −∞。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>They are compared with targets as probabilities: σ or softmax is missing.</source>
        <translation>它们被当作概率与目标比较：缺少 σ 或 softmax。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>Undo σ</source>
        <translation>撤去 σ</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>logit of {names} is {value}</source>
        <translation>{names} 的 logit 是 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>logits look like probabilities</source>
        <translation>logit 看起来像概率</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>logits sum to 1</source>
        <translation>logit 之和为 1</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>{losses} {expects}.</source>
        <translation>{losses} {expects}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>{names}: no cosines</source>
        <translation>{names}：不是余弦</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>{names}: no predictions</source>
        <translation>{names}：不是预测值</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <source>{stated}, and the target 0: a mask.</source>
        <translation>{stated}，且目标为 0：这是掩码。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/logits.py"/>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>{stated}.</source>
        <translation>{stated}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>; the targets </source>
        <translation>；目标</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>; they </source>
        <translation>；它们</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>Common code computes a number all the same, which is no loss of these targets.</source>
        <translation>常见代码照样算出一个数，但那不是这些目标的损失。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>Common code of hard ZLPR gives loss 0 and gradient 0 on soft targets: nothing is learnt.</source>
        <translation>硬 ZLPR 的常见代码在软目标上损失为 0、梯度为 0：什么也学不到。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>Divide targets by their sum</source>
        <translation>把目标除以它们的和</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>Focal loss and its relatives are defined for 0 and 1; for soft targets their optimum lies elsewhere.</source>
        <translation>focal 损失及其同类只对 0 和 1 有定义；目标为软时，最优点在别处。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>It is computed by a formula that goes beyond its definition; its optimum is not at these targets.</source>
        <translation>所用公式超出了它的定义；最优点不在这些目标处。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>Read its logits as an order, not as probabilities, or use BCE or soft ZLPR.</source>
        <translation>把它的 logit 当作排序而不是概率，或改用 BCE 或软 ZLPR。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>Round targets to 0 and 1</source>
        <translation>把目标舍入为 0 和 1</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>Soft targets under a hard loss</source>
        <translation>硬损失遇到软目标</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>Soft targets under a loss of 0 and 1</source>
        <translation>为 0 和 1 设计的损失遇到软目标</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>Softmax shares one probability: several labels compete for it and none can be sure.</source>
        <translation>softmax 只有一份概率可分：多个标签互相争夺，谁也无法确定。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>Targets that a loss refuses</source>
        <translation>损失不接受的目标</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>Targets that do not sum to 1</source>
        <translation>目标之和不为 1</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>The common code of hard ZLPR masks soft classes out of both of its sums: here it gives loss 0 and gradient 0, without an error. Soft ZLPR is {truth}.</source>
        <translation>硬 ZLPR 的常见代码把软类别从两个求和中都掩掉：此处损失为 0、梯度为 0，而且不报错。软 ZLPR 是 {truth}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>The common code of hard ZLPR masks soft classes out of both of its sums: here it gives {value}, with gradient 0 at soft classes, without an error. Soft ZLPR is {truth}.</source>
        <translation>硬 ZLPR 的常见代码把软类别从两个求和中都掩掉：此处得到 {value}，软类别的梯度为 0，而且不报错。软 ZLPR 是 {truth}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>The loss is not defined for them; common code gives some number all the same.</source>
        <translation>损失对它们没有定义；常见代码却照样给出一个数。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>The targets sum to {total}; {losses} are meant for targets that sum to 1.</source>
        <translation>目标之和为 {total}；{losses} 适用于和为 1 的目标。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>The targets sum to {total}; {losses} is meant for targets that sum to 1.</source>
        <translation>目标之和为 {total}；{losses} 适用于和为 1 的目标。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>Use a loss of several labels, or divide the targets by their sum.</source>
        <translation>改用多标签损失，或把目标除以它们的和。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>Use a loss of such targets, or mend the targets.</source>
        <translation>改用适合这类目标的损失，或修正目标。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>Use the soft loss, which is the same on 0 and 1.</source>
        <translation>改用软损失，它在 0 和 1 上与之相同。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>Use {losses} instead</source>
        <translation>改用 {losses}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>no value under {losses}</source>
        <translation>{losses} 没有值</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>soft targets under {losses}</source>
        <translation>{losses} 遇到软目标</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>targets sum to {total}</source>
        <translation>目标之和为 {total}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>torch computes it without an error; TensorFlow documents that its gradient is then incorrect. The optimum shares one probability among the labels, so that no threshold tells them from the others.</source>
        <translation>torch 照样计算，不报错；TensorFlow 的文档说明此时梯度不正确。最优点让各标签分享同一份概率，没有阈值能把它们与其余类别分开。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>{count} target of {all} between 0 and 1, such as {value} of {name}</source>
        <translation>{all} 个目标中有 {count} 个介于 0 和 1 之间，如 {name} 的 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>{count} target of {all} is soft, such as {value} of {name}</source>
        <translation>{all} 个目标中有 {count} 个是软的，如 {name} 的 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>{count} targets of {all} are soft, such as {value} of {name}</source>
        <translation>{all} 个目标中有 {count} 个是软的，如 {name} 的 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>{count} targets of {all} between 0 and 1, such as {value} of {name}</source>
        <translation>{all} 个目标中有 {count} 个介于 0 和 1 之间，如 {name} 的 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>{losses} has no value here; code that does not look computes a number that means nothing.</source>
        <translation>{losses} 在此没有值；不作检查的代码会算出一个毫无意义的数。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>{losses} have no value here; code that does not look computes a number that means nothing.</source>
        <translation>{losses} 在此没有值；不作检查的代码会算出一个毫无意义的数。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>{soft}; {losses} are made for 0 and 1.</source>
        <translation>{soft}；{losses} 是为 0 和 1 设计的。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>{soft}; {losses} is made for 0 and 1.</source>
        <translation>{soft}；{losses} 是为 0 和 1 设计的。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>{soft}; {losses} take 0 and 1 only.</source>
        <translation>{soft}；{losses} 只接受 0 和 1。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/misfits.py"/>
        <source>{soft}; {losses} takes 0 and 1 only.</source>
        <translation>{soft}；{losses} 只接受 0 和 1。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/rules.py"/>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/rules.py"/>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/rules.py"/>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>A sum over classes and a mean over classes differ by a factor of n, and so do their gradients.</source>
        <translation>对类别求和与对类别取平均相差 n 倍，梯度也是。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>A threshold that the loss does not learn</source>
        <translation>损失不学习阈值</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>A value that grows with the number of classes</source>
        <translation>损失值随类别数增大</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>Only the order of the logits is learnt. A fixed threshold then gives a poor F1.</source>
        <translation>学到的只有 logit 的排序，固定的阈值因此 F1 很差。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>Say which reduction a number has; compare losses at the same one.</source>
        <translation>写明每个数用的是哪种归约；用同一种归约比较损失。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>Set pos_weight to 1</source>
        <translation>把 pos_weight 设为 1</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>So it learns an order and no threshold; here its decision is: {decision}. For a label set of unknown size the threshold has to be tuned on other data.</source>
        <translation>因此它学到的是排序，不是阈值；此处的判定方式是：{decision}。标签个数未知时，阈值要在其他数据上调定。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>Subtract log π before reading, or train without it and tune the threshold.</source>
        <translation>读取前减去 log π，或者训练时不用它，再调阈值。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>The mean over classes, the default of torch and Keras, is {mean}; learning rates and weights beside other losses do not carry over from one to the other.</source>
        <translation>torch 和 Keras 默认对类别取平均，结果是 {mean}；学习率以及与其他损失相加的权重，不能在两者之间照搬。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>Tune a threshold on other data, take the top k, or use ZLPR, whose threshold is 0.</source>
        <translation>在其他数据上调阈值，取前 k 个，或改用阈值为 0 的 ZLPR。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>pos_weight left in the reading</source>
        <translation>读数中带着 pos_weight</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>pos_weight moves every logit by its logarithm; σ(s) is then no probability.</source>
        <translation>pos_weight 使每个 logit 偏移它的对数；σ(s) 便不再是概率。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>pos_weight {weights} in the reading</source>
        <translation>读数中带着 pos_weight {weights}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>s falls without end where π is 0</source>
        <translation>π 为 0 处 s 无止境地下降</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>s is {by} off the log odds</source>
        <translation>s 偏离对数几率 {by}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>{losses} compare labelled logits with the others, never with a threshold.</source>
        <translation>{losses} 只把已标注的 logit 与其余的比较，从不与阈值比较。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>{losses} compares labelled logits with the others, never with a threshold.</source>
        <translation>{losses} 只把已标注的 logit 与其余的比较，从不与阈值比较。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>{loss} grows with the number of classes</source>
        <translation>{loss} 随类别数增大</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>{loss} has π (pos_weight) {weights} by class: at its optimum {means}.</source>
        <translation>{loss} 各类别的 π（pos_weight）为 {weights}：在最优处，{means}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>{loss} has π (pos_weight) {weights}: at its optimum {means}.</source>
        <translation>{loss} 的 π（pos_weight）为 {weights}：在最优处，{means}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>{loss} is a sum over {classes} classes: {value} nat at s = 0 without labels.</source>
        <translation>{loss} 是对 {classes} 个类别求和：没有标签且 s = 0 时为 {value} nat。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>{loss} learns no threshold</source>
        <translation>{loss} 不学习阈值</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <location filename="../../explorer/plots/dtypes.py"/>
        <location filename="../../explorer/plots/population/beside.py"/>
        <location filename="../../explorer/plots/population/words.py"/>
        <location filename="../../explorer/plots/reductions.py"/>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <location filename="../../explorer/ui/panels/population_changes.py"/>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/settings.py"/>
        <source>σ(s) is then no probability: a class is predicted from p = {odds} on. Subtract log π from the logits before they are read.</source>
        <translation>此时 σ(s) 不是概率：从 p = {odds} 起就会预测该类别。读取之前先从 logit 中减去 log π。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>500 million and more</source>
        <translation>5 亿以上</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>A sample with 0 and 1 exchanged pulls every logit to the wrong side.</source>
        <translation>0 和 1 颠倒的样本会把每个 logit 拉向错误一侧。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Choose a loss or settings without a floor or a focus that fades on wrong classes.</source>
        <translation>选用没有下限、也不会在错误类别上失去聚焦的损失或参数。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Code that clips probabilities at 10⁻⁷ has gradient 0 from ±16.1 on, and in float32 σ(s) itself is 1 from 16.7 on: neither ever corrects it. A loss of logits still does.</source>
        <translation>把概率截断在 10⁻⁷ 的代码，从 ±16.1 起梯度为 0；float32 中 σ(s) 从 16.7 起就等于 1：两者都无法再纠正它。直接以 logit 计算的损失仍然可以。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Code that takes σ first, in that type, has gradient 0 here or an infinite loss. σ(s) is 1 from 6.25 on in bfloat16, 8.32 in float16, 16.64 in float32 and 36.74 in float64; a loss of logits keeps its gradient.</source>
        <translation>以这种类型先算 σ 的代码，此处梯度为 0，或损失为无穷大。σ(s) 等于 1 的起点：bfloat16 为 6.25，float16 为 8.32，float32 为 16.64，float64 为 36.74；直接以 logit 计算的损失保有梯度。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Compute the loss of logits in float32, also under mixed precision.</source>
        <translation>即使用混合精度，也在 float32 中以 logit 计算损失。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Confident and wrong</source>
        <translation>自信却错了</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <location filename="../../explorer/plots/mixing.py"/>
        <source>Exchange 0 and 1</source>
        <translation>互换 0 和 1</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Gradient lost in short floats</source>
        <translation>低精度浮点数丢失梯度</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Its softmax is below 10⁻⁷, where common code clips: there the loss stays at 16.12 with gradient 0.</source>
        <translation>它的 softmax 低于 10⁻⁷，正是常见代码截断之处：损失停在 16.12，梯度为 0。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <location filename="../../explorer/plots/flips.py"/>
        <location filename="../../explorer/plots/selection.py"/>
        <location filename="../../explorer/ui/cards/menu.py"/>
        <source>Label {name}</source>
        <translation>标注 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Labels likely flipped</source>
        <translation>标签可能颠倒了</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Look at the sample; exchange 0 and 1 if it is so.</source>
        <translation>查看样本；确实如此就互换 0 和 1。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Look at the sample; turn the label if it is wrong.</source>
        <translation>查看样本；标签错了就改过来。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>One class likely mislabelled</source>
        <translation>一个类别可能标错了</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>One wrong label with a sure logit has more gradient than all right ones together.</source>
        <translation>一个 logit 很大却标错的标签，梯度比所有正确的标签加起来还大。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Read as σ(s), a label against such a logit is drawn once in {count} times: it is likely wrong, or the model is far too sure.</source>
        <translation>按 σ(s) 理解，与这样的 logit 相反的标签每 {count} 次才出现一次：它很可能是错的，或者模型过于自信。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>So far out clipped probabilities have gradient 0, and σ is exactly 1 in float32.</source>
        <translation>离得这样远，截断的概率梯度为 0，float32 中 σ 也正好等于 1。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>The label {name} has a logit {gap} below the largest one.</source>
        <translation>标签“{name}”的 logit 比最大的低 {gap}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>The loss is far above its lowest value and yet has no gradient: the sample is given up.</source>
        <translation>损失远高于最小值，却没有梯度：这个样本被放弃了。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <location filename="../../explorer/plots/flips.py"/>
        <location filename="../../explorer/plots/selection.py"/>
        <location filename="../../explorer/ui/cards/menu.py"/>
        <source>Unlabel {name}</source>
        <translation>取消标注 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Use a loss of logits, never the logarithm of a σ; lower the learning rate.</source>
        <translation>用直接以 logit 计算的损失，不要对 σ 取对数；降低学习率。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>With 0 and 1 exchanged {loss} falls from {before} to {after}.</source>
        <translation>互换 0 和 1 后，{loss} 从 {before} 降到 {after}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>With 0 and 1 exchanged {loss} goes from {before} to {after}.</source>
        <translation>互换 0 和 1 后，{loss} 从 {before} 变为 {after}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>Wrong, and no gradient left</source>
        <translation>错了，却没有梯度</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>no gradient left under {loss}</source>
        <translation>{loss} 已没有梯度</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{count} class confident and wrong</source>
        <translation>{count} 个类别自信却错了</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{count} classes confident and wrong</source>
        <translation>{count} 个类别自信却错了</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{count} logit of {all} at {limit} or more on the wrong side of 0; the worst is {logit} of {name}.</source>
        <translation>{all} 个 logit 中有 {count} 个落在 0 的错误一侧，距 0 至少 {limit}；最严重的是 {name} 的 {logit}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{count} logits of {all} at {limit} or more on the wrong side of 0; the worst is {logit} of {name}.</source>
        <translation>{all} 个 logit 中有 {count} 个落在 0 的错误一侧，距 0 至少 {limit}；最严重的是 {name} 的 {logit}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{losses} can fall by more than 1 nat here, but training hardly moves this sample.</source>
        <translation>{losses} 在此还能下降 1 nat 以上，但训练几乎推不动这个样本。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{loss} is {value} and its gradient has length {norm}.</source>
        <translation>{loss} 是 {value}，梯度长度为 {norm}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{name} has logit {logit} and target {target}; each of the {count} other classes lies on its own side of 0.</source>
        <translation>{name} 的 logit 是 {logit}，目标是 {target}；其余 {count} 个类别都在 0 的正确一侧。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{name} has no label and a logit of {logit}: in {dtypes} σ(s) is exactly 1.</source>
        <translation>{name} 未标注，logit 却是 {logit}：在 {dtypes} 中 σ(s) 正好等于 1。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{name} is likely a label</source>
        <translation>{name} 很可能是标签</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{name} is likely no label</source>
        <translation>{name} 很可能不是标签</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{name} is {gap} below the largest logit</source>
        <translation>{name} 比最大的 logit 低 {gap}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{wrong} of {count} labels lie on the wrong side of s = 0.</source>
        <translation>{count} 个标签中有 {wrong} 个位于 s = 0 的错误一侧。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>{wrong} of {count} labels on the wrong side</source>
        <translation>{count} 个标签中有 {wrong} 个在错误一侧</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>σ of {names} is 1 in {dtype}</source>
        <translation>{names} 的 σ 在 {dtype} 中等于 1</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/sides.py"/>
        <source>σ(s) is exactly 1 from 6.25 on in bfloat16, 8.32 in float16 and 16.64 in float32, and its own gradient is 0.</source>
        <translation>σ(s) 在 bfloat16 中从 6.25 起、float16 中从 8.32 起、float32 中从 16.64 起正好等于 1，它自身的梯度为 0。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>A model that is not sure of its labels then learns to predict none: F1 falls towards 0.</source>
        <translation>对标签没有把握的模型于是学会什么都不预测：F1 趋向 0。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>All targets are {low} or {high}, as smoothing makes them, and {losses} smooths them again by ε = {epsilon}.</source>
        <translation>所有目标都是 {low} 或 {high}，正是平滑的结果，而 {losses} 又用 ε = {epsilon} 平滑一次。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>Divide ε by the number of classes, or do not smooth.</source>
        <translation>把 ε 除以类别数，或者不做平滑。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>Every unlabelled class gets a little of a label. ZLPR sums them: over many classes they are more than the labels, and no logit rises above the threshold. A linear model of 64 features on 100 classes with 1 to 5 labels found F1 0.40 without smoothing, 0.08 with ε = 0.01 and 0.004 with ε = 0.1.</source>
        <translation>每个未标注的类别都分到一点标签。ZLPR 把它们加在一起：类别多时，总和超过真正的标签，没有 logit 能升到阈值以上。一个 64 个特征的线性模型，在 100 个类别、1 到 5 个标签上，不平滑时 F1 为 0.40，ε = 0.01 时为 0.08，ε = 0.1 时为 0.004。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>Set ε of the losses to 0</source>
        <translation>把损失的 ε 设为 0</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>Smooth either the targets or in the loss.</source>
        <translation>要么平滑目标，要么在损失中平滑，只做一次。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>Smoothed twice the optimum moves further in than either value of ε says.</source>
        <translation>平滑两次，最优点内移得比任何一个 ε 所示都更多。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>Smoothing outweighs the labels</source>
        <translation>平滑的份量超过了标签</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>Targets smoothed twice</source>
        <translation>目标被平滑了两次</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>Targets that are smoothed already are smoothed again by the loss.</source>
        <translation>已经平滑过的目标又被损失平滑一次。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>With ε = {epsilon} {loss} gives the {classes} classes {added} labels more in a sample that has {there} on average.</source>
        <translation>ε = {epsilon} 时，{loss} 给 {classes} 个类别额外分出 {added} 个标签，而一个样本平均只有 {there} 个。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>smoothing adds {added} labels to {there}</source>
        <translation>平滑在 {there} 个标签上又加了 {added} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/smoothing.py"/>
        <source>targets are {low} and {high}: smoothed already</source>
        <translation>目标是 {low} 和 {high}：已经平滑过</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>A label that every sample has says nothing; often it is a mask or a column of ones.</source>
        <translation>每个样本都有的标签不含信息；它往往是掩码，或一整列 1。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>A sample has {labels} labels among {classes} classes on average.</source>
        <translation>{classes} 个类别中，一个样本平均有 {labels} 个标签。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>A table of probabilities</source>
        <translation>一张概率表</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>At s = 0 BCE pushes them up with {up} in all and pulls the others down with {down}; ZLPR has {zlpr_up} and {zlpr_down}.</source>
        <translation>s = 0 时，BCE 抬高它们的力合计 {up}，压低其余类别的力合计 {down}；ZLPR 则是 {zlpr_up} 和 {zlpr_down}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Classes that are always labelled</source>
        <translation>总是被标注的类别</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Classes that are never labelled</source>
        <translation>从未被标注的类别</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Compare with ZLPR, in which each side has at most 1.</source>
        <translation>与 ZLPR 比较：其中每一侧最多占 1。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Export what comes before the last activation.</source>
        <translation>导出最后一个激活函数之前的数。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Few labels among many classes</source>
        <translation>类别多而标签少</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>In a loss that sums over classes the unlabelled ones own nearly all of the gradient.</source>
        <translation>在对类别求和的损失中，几乎全部梯度都属于未标注的类别。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>In {units} of {rows} samples all logits lie from 0 to 1: σ or softmax was applied already.</source>
        <translation>{rows} 个样本中有 {units} 个，全部 logit 都在 0 到 1 之间：已经做过 σ 或 softmax。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Look at the column; leave it out if it is no class.</source>
        <translation>查看这一列；如果不是类别，就去掉它。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Look for the same input twice, with labels by two people, or for logits pasted twice.</source>
        <translation>查看是否同一输入由两个人标注，或 logit 被粘贴了两次。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Losses here apply σ or softmax themselves; applied twice they cannot come near their lowest value.</source>
        <translation>这里的损失自己会做 σ 或 softmax；做两次就无法接近最小值。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Make sure that the columns of targets are those of the logits; leave such classes out of averages.</source>
        <translation>确认目标的列与 logit 的列一致；求平均时去掉这些类别。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>No class is ever labelled.</source>
        <translation>没有任何类别被标注过。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>No model can be right on both samples; the loss of the pair has a floor above 0.</source>
        <translation>没有模型能同时做对这两个样本；这一对的损失下限高于 0。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>No model can be right on both.</source>
        <translation>没有模型能把两者都做对。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Nothing can be learnt from it but a large logit for everything.</source>
        <translation>从中只能学到对任何输入都给出很大的 logit。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Nothing is learnt about them but to predict them never, and their F1 is undefined.</source>
        <translation>对它们只学会永不预测，它们的 F1 也没有定义。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>Same logits, other targets</source>
        <translation>logit 相同，目标不同</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>The file may have no targets; without them all are 0.</source>
        <translation>文件可能没有目标；没有时目标全部为 0。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>The loss applies it once more: no logit is below the threshold 0, so that every class is predicted.</source>
        <translation>损失还会再做一次：没有 logit 低于阈值 0，于是每个类别都被预测。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>The other classes have {labels} labels on average.</source>
        <translation>其余类别平均有 {labels} 个标签。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>no class is ever labelled</source>
        <translation>没有任何类别被标注过</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>same logits as {first}, other targets</source>
        <translation>logit 与 {first} 相同，目标不同</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{count} class always labelled</source>
        <translation>{count} 个类别总是被标注</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{count} class never labelled</source>
        <translation>{count} 个类别从未被标注</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{count} classes always labelled</source>
        <translation>{count} 个类别总是被标注</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{count} classes never labelled</source>
        <translation>{count} 个类别从未被标注</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{count} unlabelled classes for every label</source>
        <translation>每个标签对应 {count} 个未标注类别</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{names} are labelled in all {rows} samples.</source>
        <translation>全部 {rows} 个样本都标注了 {names}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{names} are never labelled in {rows} samples.</source>
        <translation>{rows} 个样本中，{names} 从未被标注。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{names} is labelled in all {rows} samples.</source>
        <translation>全部 {rows} 个样本都标注了 {names}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{names} is never labelled in {rows} samples.</source>
        <translation>{rows} 个样本中，{names} 从未被标注。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{second} has the logits of {first} to the last bit, and other targets: {names} are {target} against {other}.</source>
        <translation>{second} 的 logit 与 {first} 每一位都相同，目标却不同：{names} 在前者中为 {target}，在后者中为 {other}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/tables.py"/>
        <source>{second} has the logits of {first} to the last bit, and other targets: {names} is {target} against {other}.</source>
        <translation>{second} 的 logit 与 {first} 每一位都相同，目标却不同：{names} 在前者中为 {target}，在后者中为 {other}。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Allowed are targets from 0 to 1. Outside, BCE is computed without an error: it may be negative, and it has no lowest value.</source>
        <translation>目标须在 0 到 1 之间。超出时 BCE 照样计算，也不报错：它可能为负，而且没有最小值。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>BCE and ZLPR do not ignore it: torch&apos;s BCEWithLogits takes it as a number and raises no error; a logit of 5 then costs {cost}. Allowed are targets from 0 to 1.</source>
        <translation>BCE 和 ZLPR 不会忽略它：torch 的 BCEWithLogits 把它当作数，也不报错；此时值为 5 的 logit 代价是 {cost}。目标须在 0 到 1 之间。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>BCE is computed all the same and may fall for ever; losses of hard labels have no value.</source>
        <translation>BCE 照样计算，并可能无止境地下降；硬标签的损失则没有值。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Clip targets to 0 to 1</source>
        <translation>把目标截断到 0 到 1</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Every loss of this sample is NaN, and one such sample makes the mean of its batch NaN. Allowed are targets from 0 to 1.</source>
        <translation>这个样本的所有损失都是 NaN，一个这样的样本就让整批的平均变成 NaN。目标须在 0 到 1 之间。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Find out where the table was made; a missing label is often written as NaN.</source>
        <translation>查明表格从何而来；缺失的标签常写作 NaN。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Mask these classes out of the loss, or set them to 0.</source>
        <translation>把这些类别从损失中掩掉，或设为 0。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>One NaN in the targets makes every loss of the sample NaN, and the mean of its batch.</source>
        <translation>目标中的一个 NaN 就让这个样本的所有损失以及整批的平均变成 NaN。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Scale or clip the targets; counts and class numbers have to become 0 and 1 first.</source>
        <translation>缩放或截断目标；计数和类别编号要先变成 0 和 1。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Set ignored targets to 0</source>
        <translation>把被忽略的目标设为 0</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Set targets that are not finite to 0</source>
        <translation>把非有限的目标设为 0</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Targets of −1 or −100</source>
        <translation>值为 −1 或 −100 的目标</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Targets outside 0 to 1</source>
        <translation>目标超出 0 到 1</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>Targets that are not finite</source>
        <translation>目标不是有限的数</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>They mean ignore in losses of one label. A loss of several labels takes them as numbers.</source>
        <translation>在单标签损失中它们表示忽略，多标签损失却把它们当作数。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>target of {names} is {value}</source>
        <translation>{names} 的目标是 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/targets.py"/>
        <source>{stated}; elsewhere this means: ignore the class.</source>
        <translation>{stated}；在别处这表示：忽略该类别。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <location filename="../../explorer/plots/phrases.py"/>
        <location filename="../../explorer/ui/cards/pager.py"/>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <source>Logit of {name}: {value}</source>
        <translation>{name} 的 logit：{value}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <source>Logits of {count} classes: {values}</source>
        <translation>{count} 个类别的 logit：{values}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <source>Logits of {count} classes: {values} and {rest} more</source>
        <translation>{count} 个类别的 logit：{values}，另有 {rest} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <source>Target of {name}: {value}</source>
        <translation>{name} 的目标：{value}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <source>Targets of {count} classes: {values}</source>
        <translation>{count} 个类别的目标：{values}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <source>Targets of {count} classes: {values} and {rest} more</source>
        <translation>{count} 个类别的目标：{values}，另有 {rest} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <location filename="../../explorer/plots/phrases.py"/>
        <source>{sentence} {next}</source>
        <translation>{sentence}{next}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/doctor/words.py"/>
        <source>{some} and {last}</source>
        <translation>{some} 和 {last}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/dtypes.py"/>
        <source>closed form, written to keep digits</source>
        <translation>闭式解，按保留位数的方式书写</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/dtypes.py"/>
        <source>this program</source>
        <translation>本程序</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/evaluation.py"/>
        <source>cannot be computed: {reason}</source>
        <translation>无法计算：{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/evaluation.py"/>
        <source>has {numbers} numbers in {name} for {count} classes; it takes one, or one a class</source>
        <translation>{name} 中有 {numbers} 个数，而类别有 {count} 个；只能是一个数，或每个类别一个</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/sigmoids.py"/>
        <source>The loss ends at 100 a class, and the gradient is 0 where σ(s) is rounded to 0 or 1.</source>
        <translation>每个类别的损失止于 100；σ(s) 舍入为 0 或 1 处梯度为 0。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/sigmoids.py"/>
        <source>Where σ(s) is rounded to 1, 1 − σ(s) is 0 and its logarithm −∞: then NaN.</source>
        <translation>σ(s) 舍入为 1 时，1 − σ(s) 为 0，其对数为 −∞，于是得到 NaN。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/sigmoids.py"/>
        <location filename="../../explorer/analysis/forms/softmaxes.py"/>
        <source>the formula typed in</source>
        <translation>照公式直接写出</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/sigmoids.py"/>
        <source>torch.nn.BCELoss after a sigmoid</source>
        <translation>sigmoid 之后接 torch.nn.BCELoss</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/softmaxes.py"/>
        <source>A probability that is rounded to 0 gives 0 · log 0 = NaN, or an infinite loss.</source>
        <translation>舍入为 0 的概率给出 0 · log 0 = NaN，或无穷大的损失。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/softmaxes.py"/>
        <source>Keras, categorical_crossentropy of probabilities</source>
        <translation>Keras，以概率为输入的 categorical_crossentropy</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/softmaxes.py"/>
        <source>The loss ends at 16.1 a label, and there the gradient is 0: a sure mistake is not corrected.</source>
        <translation>每个标签的损失止于 16.1，该处梯度为 0：确信的错误得不到纠正。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/softmaxes.py"/>
        <source>The value is right for any targets; the gradient only where they sum to 1.</source>
        <translation>任何目标的损失值都正确；梯度只在目标之和为 1 时正确。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/softmaxes.py"/>
        <source>clip 10⁻⁷</source>
        <translation>截断 10⁻⁷</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/softmaxes.py"/>
        <source>gradient p − t</source>
        <translation>梯度 p − t</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/weighted.py"/>
        <source>A labelled class below p = 10⁻⁸ has almost no gradient; float16 has no 10⁻⁸, so log 0.</source>
        <translation>已标注类别低于 p = 10⁻⁸ 时几乎没有梯度；float16 表示不了 10⁻⁸，于是得到 log 0。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/weighted.py"/>
        <source>Alibaba-MIIL/ASL, with the weights differentiated too</source>
        <translation>Alibaba-MIIL/ASL，权重也参与求导</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/weighted.py"/>
        <source>With γ between 0 and 1, a class that is right beyond rounding gets the gradient 0 · ∞ = NaN.</source>
        <translation>γ 在 0 和 1 之间时，正确到舍入误差以下的类别得到梯度 0 · ∞ = NaN。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/weighted.py"/>
        <source>floor 10⁻⁸</source>
        <translation>下限 10⁻⁸</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>10¹² mask</source>
        <translation>10¹² 掩码</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>A soft label is silenced in both sums: it has no loss and no gradient.</source>
        <translation>软标签在两个求和中都被消去：既没有损失，也没有梯度。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>The exponential overflows at |s| = 88 in float32, at 11 in float16.</source>
        <translation>指数在 float32 中于 |s| = 88 处溢出，在 float16 中于 11 处溢出。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>Where labelled logits are far above the others, clipping invents a loss that pulls them down.</source>
        <translation>已标注的 logit 远高于其余时，截断会凭空造出一个压低它们的损失。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>Where labelled logits are far above the others, the loss is −∞ and the gradient NaN.</source>
        <translation>已标注的 logit 远高于其余时，损失为 −∞，梯度为 NaN。</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>bert4keras and bert4torch, multilabel_categorical_crossentropy</source>
        <translation>bert4keras 和 bert4torch，multilabel_categorical_crossentropy</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>bert4keras before its issue 436</source>
        <translation>issue 436 之前的 bert4keras</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>sparse, clip</source>
        <translation>稀疏，截断</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>sparse, raw</source>
        <translation>稀疏，原样</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/forms/zlpr.py"/>
        <source>the formula typed in, as in several repositories</source>
        <translation>照公式直接写出，见于多个代码库</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/given.py"/>
        <source>compares with pinned logits; pin this sample first</source>
        <translation>与钉住的 logit 作比较；先钉住这个样本</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/gradient_check.py"/>
        <source>its value does not depend on the logits</source>
        <translation>它的值与 logit 无关</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/gradient_check.py"/>
        <source>no gradient</source>
        <translation>没有梯度</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/gradient_check.py"/>
        <source>torch is not installed</source>
        <translation>没有安装 torch</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_arguments.py"/>
        <location filename="../../explorer/study/described.py"/>
        <source>{count} numbers; allowed are up to {most}</source>
        <translation>{count} 个数；允许：至多 {most} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>effective classes of softmax</source>
        <translation>softmax 的有效类别数</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>entropy of softmax, nat</source>
        <translation>softmax 的熵，nat</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>labelled classes</source>
        <translation>已标注类别数</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>mean logit</source>
        <translation>平均 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>mean target</source>
        <translation>平均目标</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>sets of as many classes</source>
        <translation>同样大小的类别集合数</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>step of the descent</source>
        <translation>下降的步数</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>target of {of}</source>
        <translation>{of} 的目标</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}</source>
        <translation>{loss}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss} of α times the logits</source>
        <translation>α 倍 logit 的 {loss}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss} with the label of {of} flipped</source>
        <translation>翻转 {of} 的标签后的 {loss}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}, mean over classes</source>
        <translation>{loss}，对类别取平均</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}: down for each up</source>
        <translation>{loss}：每份向上对应的向下</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}: gradient down</source>
        <translation>{loss}：向下的梯度</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}: gradient of {of}</source>
        <translation>{loss}：{of} 的梯度</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}: gradient up</source>
        <translation>{loss}：向上的梯度</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}: lowest possible</source>
        <translation>{loss}：可达最小值</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}: {parameter}</source>
        <translation>{loss}：{parameter}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{loss}: α at which it is lowest</source>
        <translation>{loss}：取最小值时的 α</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>{of}, read by {by}</source>
        <translation>{of}，按 {by} 读取</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/number_offers.py"/>
        <source>α, the factor of all logits</source>
        <translation>α，全部 logit 的倍数</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/quantities.py"/>
        <location filename="../../explorer/study/described.py"/>
        <source>no loss {name}; there are {names}</source>
        <translation>没有损失 {name}；可用的有 {names}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/quantities.py"/>
        <source>no quantity {name}; there are {names}</source>
        <translation>没有名为 {name} 的量；可用的有 {names}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/quantities.py"/>
        <source>{problem}; it takes {names}</source>
        <translation>{problem}；它接受 {names}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>ASL, the official code</source>
        <translation>ASL 官方代码</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>Keras by sample</source>
        <translation>Keras 逐样本</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <location filename="../../explorer/plots/population/choices.py"/>
        <location filename="../../explorer/training/tasks/data.py"/>
        <location filename="../../explorer/ui/panels/list_tools.py"/>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <location filename="../../explorer/plots/population/beside.py"/>
        <source>batch</source>
        <translation>批</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>batch mean</source>
        <translation>批平均</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>mean of all</source>
        <translation>全部平均</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <location filename="../../explorer/plots/logits.py"/>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <location filename="../../explorer/training/inputs/sample_file.py"/>
        <location filename="../../explorer/training/spec/places.py"/>
        <location filename="../../explorer/training/tasks/data.py"/>
        <location filename="../../explorer/ui/panels/samples_model.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>one number a class</source>
        <translation>每个类别一个数</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>over classes</source>
        <translation>对类别</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>over classes and samples</source>
        <translation>对类别和样本</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>over samples of the sum over classes</source>
        <translation>对类别求和后再对样本平均</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>timm ASL</source>
        <translation>timm ASL</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>torch BCEWithLogitsLoss</source>
        <translation>torch BCEWithLogitsLoss</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>torch MultiLabelSoftMarginLoss</source>
        <translation>torch MultiLabelSoftMarginLoss</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/reductions.py"/>
        <source>torchvision sigmoid_focal_loss</source>
        <translation>torchvision sigmoid_focal_loss</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/scripts/writing.py"/>
        <source>a logit is infinite or no number, which scripts cannot do; allowed: finite logits</source>
        <translation>有 logit 为无穷或不是数，脚本算不了；可用的是：有限的 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/scripts/writing.py"/>
        <source>there is no loss to write; allowed: a study with a loss that is on and has code and a value</source>
        <translation>没有可写的损失；需要一个研究，其中有已打开、有代码、有值的损失</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/story_numbers.py"/>
        <location filename="../../explorer/study/described.py"/>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>{file}: {place}: {problem}</source>
        <translation>{file}：{place}：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>1 / loss</source>
        <translation>1 / 损失</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>1 / norm</source>
        <translation>1 / 范数</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>labelled first</source>
        <translation>已标注优先</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>min-norm</source>
        <translation>最小范数</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>others first</source>
        <translation>其余优先</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/tasks.py"/>
        <source>shortest α g₊ + (1 − α) g₋</source>
        <translation>最短的 α g₊ + (1 − α) g₋</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/thresholds.py"/>
        <source>a lower bar for what is rare</source>
        <translation>为罕见类别放低门槛</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/thresholds.py"/>
        <source>as many as are labelled</source>
        <translation>与已标注的一样多</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/thresholds.py"/>
        <source>best here</source>
        <translation>此处最佳</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/thresholds.py"/>
        <source>more likely than if all were alike</source>
        <translation>比各类别均等时更可能</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/thresholds.py"/>
        <source>the same of the reading of soft ZLPR</source>
        <translation>软 ZLPR 的读数下同理</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/thresholds.py"/>
        <source>the same set as σ(s) &gt; ½ and σ(2s) &gt; ½</source>
        <translation>与 σ(s) &gt; ½ 和 σ(2s) &gt; ½ 得到的集合相同</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/thresholds.py"/>
        <source>the threshold with the largest F1 on this sample</source>
        <translation>在这个样本上 F1 最大的阈值</translation>
    </message>
    <message>
        <location filename="../../explorer/analysis/thresholds.py"/>
        <source>top {count}</source>
        <translation>前 {count} 个</translation>
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
        <translation>成对与余量</translation>
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
        <location filename="../../explorer/catalogue/labels.py"/>
        <source>0/1 labels</source>
        <translation>0/1 标签</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/labels.py"/>
        <source>any targets</source>
        <translation>任意目标</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/labels.py"/>
        <location filename="../../explorer/ui/panels/class_list.py"/>
        <source>class {number}</source>
        <translation>类别 {number}</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/labels.py"/>
        <source>cosines from −1 to 1</source>
        <translation>−1 到 1 的余弦</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/labels.py"/>
        <source>exactly one label</source>
        <translation>恰好一个标签</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/labels.py"/>
        <location filename="../../explorer/catalogue/loss.py"/>
        <source>expects {wanted}; {found}</source>
        <translation>适用于{wanted}；{found}</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/labels.py"/>
        <source>predictions from 0 to 1</source>
        <translation>0 到 1 的预测</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/labels.py"/>
        <source>soft labels from 0 to 1</source>
        <translation>0 到 1 的软标签</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/labels.py"/>
        <location filename="../../explorer/losses/focal.py"/>
        <source>targets from 0 to 1</source>
        <translation>0 到 1 的目标</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/labels.py"/>
        <source>targets that sum to 1</source>
        <translation>和为 1 的目标</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/labels.py"/>
        <source>they are all 0, so this sample has no say</source>
        <translation>它们全是 0，这个样本不起作用</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/labels.py"/>
        <source>they sum to {total}</source>
        <translation>它们的和是 {total}</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/labels.py"/>
        <source>{name} is {value}</source>
        <translation>{name} 是 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/labels.py"/>
        <source>{name} is {value}, and {count} more class is neither 0 nor 1</source>
        <translation>{name} 是 {value}，另有 {count} 个类别既不是 0 也不是 1</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/labels.py"/>
        <source>{name} is {value}, and {count} more class is outside</source>
        <translation>{name} 是 {value}，另有 {count} 个类别超出范围</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/labels.py"/>
        <source>{name} is {value}, and {count} more classes are neither 0 nor 1</source>
        <translation>{name} 是 {value}，另有 {count} 个类别既不是 0 也不是 1</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/labels.py"/>
        <source>{name} is {value}, and {count} more classes are outside</source>
        <translation>{name} 是 {value}，另有 {count} 个类别超出范围</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/loss.py"/>
        <source>classes reordered</source>
        <translation>调换类别的顺序</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/loss.py"/>
        <source>every logit multiplied by the same positive number</source>
        <translation>每个 logit 乘以同一个正数</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/loss.py"/>
        <source>every logit negated and every target t replaced by 1 - t</source>
        <translation>每个 logit 变号，每个目标 t 换成 1 - t</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/loss.py"/>
        <source>loss {name}</source>
        <translation>损失 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/loss.py"/>
        <source>needs {wanted}</source>
        <translation>需要{wanted}</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/loss.py"/>
        <source>takes {wanted}; {found}</source>
        <translation>只接受{wanted}；{found}</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/loss.py"/>
        <source>the same number added to every logit</source>
        <translation>给每个 logit 加上同一个数</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/loss.py"/>
        <source>{owner}: {name} has {given} numbers for {count} classes; it takes one number or one per class</source>
        <translation>{owner}：{name} 有 {given} 个数，类别有 {count} 个；允许：一个数，或每类一个数</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/loss.py"/>
        <source>{owner}: {name} is missing; it takes logits to compare with</source>
        <translation>{owner}：缺少 {name}；它是用来比较的 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/loss.py"/>
        <source>{owner}: {name} is no setting: the other logits are those that are pinned</source>
        <translation>{owner}：{name} 不是设置：另一组 logit 是钉住的那些</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/loss.py"/>
        <source>{problem} (sample {place})</source>
        <translation>{problem}（样本 {place}）</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/parameters.py"/>
        <location filename="../../explorer/training/tasks/task.py"/>
        <source>one of {names}</source>
        <translation>{names} 之一</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/parameters.py"/>
        <source>{owner}: no parameter {name}; it has none</source>
        <translation>{owner}：没有参数 {name}；它没有参数</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/parameters.py"/>
        <source>{owner}: no parameter {name}; its parameters are {names}</source>
        <translation>{owner}：没有参数 {name}；它的参数有 {names}</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/parameters.py"/>
        <source>{owner}: {name} is empty; it takes one number or one per class</source>
        <translation>{owner}：{name} 是空的；允许：一个数，或每类一个数</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/parameters.py"/>
        <source>{owner}: {name}={value} is not a number; it takes one number in {allowed}</source>
        <translation>{owner}：{name}={value} 不是数；允许：{allowed} 中的一个数</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/parameters.py"/>
        <source>{owner}: {name}={value} is not a number; it takes one number or one per class in {allowed}</source>
        <translation>{owner}：{name}={value} 不是数；允许：{allowed} 中的一个数，或每类一个数</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/parameters.py"/>
        <source>{owner}: {name}={value} is not a whole number in {allowed}</source>
        <translation>{owner}：{name}={value} 不是 {allowed} 中的整数</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/parameters.py"/>
        <source>{owner}: {name}={value} is not {allowed}</source>
        <translation>{owner}：{name}={value} 不在允许之列；允许：{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/parameters.py"/>
        <source>{owner}: {name}={value} outside {allowed}</source>
        <translation>{owner}：{name}={value} 超出 {allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/smoothing.py"/>
        <source>at ε = {epsilon} all smoothed targets are the same: labels say nothing</source>
        <translation>ε = {epsilon} 时平滑后的目标全都相同：标签不起作用</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/smoothing.py"/>
        <source>at ε = {epsilon} labelled classes have the lower smoothed targets</source>
        <translation>ε = {epsilon} 时有标签的类别平滑后的目标反而更低</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/smoothing.py"/>
        <source>each label flipped</source>
        <translation>每个标签翻转</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/smoothing.py"/>
        <source>how targets are smoothed</source>
        <translation>目标如何平滑</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/smoothing.py"/>
        <source>towards 1/2</source>
        <translation>向 1/2 靠拢</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/smoothing.py"/>
        <source>t′ = (1 − ε) t + ε (1 − t)/(n − 1); older fastai, archai, Transformers4Rec</source>
        <translation>t′ = (1 − ε) t + ε (1 − t)/(n − 1)；旧版 fastai、archai、Transformers4Rec</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/smoothing.py"/>
        <source>t′ = (1 − ε) t + ε (1 − t); noisy-label experiments</source>
        <translation>t′ = (1 − ε) t + ε (1 − t)；噪声标签实验</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/smoothing.py"/>
        <source>t′ = (1 − ε) t + ε/2; Keras BinaryCrossentropy</source>
        <translation>t′ = (1 − ε) t + ε/2；Keras BinaryCrossentropy</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/smoothing.py"/>
        <source>t′ = (1 − ε) t + ε/n; torch CrossEntropyLoss(label_smoothing), Keras CategoricalCrossentropy, optax smooth_labels</source>
        <translation>t′ = (1 − ε) t + ε/n；torch CrossEntropyLoss(label_smoothing)、Keras CategoricalCrossentropy、optax smooth_labels</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/smoothing.py"/>
        <source>ε/(n − 1) to the others</source>
        <translation>其余各类分得 ε/(n − 1)</translation>
    </message>
    <message>
        <location filename="../../explorer/catalogue/smoothing.py"/>
        <source>ε/n to every class</source>
        <translation>每类分得 ε/n</translation>
    </message>
    <message>
        <location filename="../../explorer/cli/check.py"/>
        <source>What to do: {advice}</source>
        <translation>处理办法：{advice}</translation>
    </message>
    <message>
        <location filename="../../explorer/cli/check.py"/>
        <location filename="../../explorer/plots/landscape.py"/>
        <location filename="../../explorer/plots/population/beside.py"/>
        <source>and {count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/cli/check.py"/>
        <location filename="../../explorer/plots/reductions.py"/>
        <source>{count} sample</source>
        <translation>{count} 个样本</translation>
    </message>
    <message>
        <location filename="../../explorer/cli/check.py"/>
        <location filename="../../explorer/plots/reductions.py"/>
        <source>{count} samples</source>
        <translation>{count} 个样本</translation>
    </message>
    <message>
        <location filename="../../explorer/cli/check.py"/>
        <source>{samples} of {count} class</source>
        <translation>{samples}，{count} 个类别</translation>
    </message>
    <message>
        <location filename="../../explorer/cli/check.py"/>
        <source>{samples} of {count} classes</source>
        <translation>{samples}，{count} 个类别</translation>
    </message>
    <message>
        <location filename="../../explorer/cli/check.py"/>
        <source>{severity}: {title} ({rule})</source>
        <translation>{severity}：{title} ({rule})</translation>
    </message>
    <message>
        <location filename="../../explorer/cli/check.py"/>
        <source>{severity}: {title}: {count} sample ({rule})</source>
        <translation>{severity}：{title}：{count} 个样本 ({rule})</translation>
    </message>
    <message>
        <location filename="../../explorer/cli/check.py"/>
        <source>{severity}: {title}: {count} samples ({rule})</source>
        <translation>{severity}：{title}：{count} 个样本 ({rule})</translation>
    </message>
    <message>
        <location filename="../../explorer/cli/check.py"/>
        <location filename="../../explorer/study/json_text.py"/>
        <location filename="../../explorer/study/stories/reading.py"/>
        <location filename="../../explorer/ui/panels/doctor_row.py"/>
        <location filename="../../explorer/ui/panels/sample_groups.py"/>
        <location filename="../../explorer/ui/panels/samples_model.py"/>
        <source>{what}: {fact}</source>
        <translation>{what}：{fact}</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/events.py"/>
        <source>its process could not be started ({reason})</source>
        <translation>无法启动它的进程（{reason}）</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/events.py"/>
        <source>its process ended with status {status}</source>
        <translation>它的进程以状态 {status} 结束</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/events.py"/>
        <source>its process was ended by signal {signal}</source>
        <translation>它的进程被信号 {signal} 终止</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/events.py"/>
        <source>no reason given</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>Arrays of a script</source>
        <translation>脚本中的数组</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>PySide6, which draws the window, is not installed</source>
        <translation>绘制窗口的 PySide6 没有安装</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>logits {given} have another count of classes than {shown}, which the window shows; allowed are {classes} classes and any count of rows</source>
        <translation>logit {given} 的类别数与窗口中的 {shown} 不同；允许：{classes} 个类别，行数不限</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>logits {given} have other rows than the targets of before, {shown}; give targets too</source>
        <translation>logit {given} 的行数与先前的目标 {shown} 不同；须同时给出目标</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>no loss {key}; the losses are {keys}</source>
        <translation>没有损失 {key}；损失有 {keys}</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>no window: {reason}; the script goes on without</source>
        <translation>没有窗口：{reason}；脚本继续运行</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>targets {targets} do not match logits {logits}</source>
        <translation>目标 {targets} 与 logit {logits} 不匹配</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>the window could not be told of newer arrays: {reason}</source>
        <translation>无法把新的数组传给窗口：{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>the window ended with status {status}: updates are no longer shown. {words}</source>
        <translation>窗口以状态 {status} 结束：不再显示更新。{words}</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>the window was closed: updates are no longer shown</source>
        <translation>窗口已关闭：不再显示更新</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>there is no display (DISPLAY and WAYLAND_DISPLAY are not set)</source>
        <translation>没有显示器（未设置 DISPLAY 和 WAYLAND_DISPLAY）</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>this program does not say which Python it is (sys.executable)</source>
        <translation>无法得知是哪个 Python 在运行（sys.executable）</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/showing.py"/>
        <source>{given} names of a {what} are given; allowed are exactly {count}</source>
        <translation>给出了 {given} 个 {what} 的名称；允许：恰好 {count} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/unfinished.py"/>
        <source>{file} is in training already</source>
        <translation>{file} 已在训练</translation>
    </message>
    <message>
        <location filename="../../explorer/jobs/worker.py"/>
        <source>it cannot be sent to the worker: {kind}: {problem}</source>
        <translation>无法传给工作进程：{kind}：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/abs_kl.py"/>
        <source>A prediction under the floor has no gradient, and stays where it is.</source>
        <translation>低于下限的预测没有梯度，会停在原处。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/abs_kl.py"/>
        <source>At the optimum the prediction is t.</source>
        <translation>在最优点，预测等于 t。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/abs_kl.py"/>
        <source>abs KL</source>
        <translation>abs KL</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/abs_kl.py"/>
        <source>q &gt; 1/2</source>
        <translation>q &gt; 1/2</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/abs_kl.py"/>
        <source>what predictions and targets are clipped to from below</source>
        <translation>预测和目标从下方截断到这个值</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/abs_kl_sigmoid.py"/>
        <source>A surely wrong answer has hardly a gradient, so training may never reach the optimum.</source>
        <translation>非常自信的错误答案几乎没有梯度，训练可能永远到不了最优点。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/abs_kl_sigmoid.py"/>
        <source>At the optimum it is t.</source>
        <translation>在最优点，它等于 t。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/abs_kl_sigmoid.py"/>
        <source>abs KL sigmoid</source>
        <translation>abs KL sigmoid</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/abs_kl_sigmoid.py"/>
        <location filename="../../explorer/losses/asl.py"/>
        <location filename="../../explorer/losses/bce.py"/>
        <location filename="../../explorer/losses/distribution_balanced.py"/>
        <location filename="../../explorer/losses/focal.py"/>
        <location filename="../../explorer/losses/hill.py"/>
        <location filename="../../explorer/losses/peel.py"/>
        <location filename="../../explorer/losses/smoothed_bce.py"/>
        <location filename="../../explorer/losses/smoothed_zlpr.py"/>
        <location filename="../../explorer/losses/soft_zlpr.py"/>
        <location filename="../../explorer/losses/symmetric_kl_sigmoid.py"/>
        <location filename="../../explorer/losses/zlpr.py"/>
        <source>s &gt; 0</source>
        <translation>s &gt; 0</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/am_softmax.py"/>
        <source>AM-softmax</source>
        <translation>AM-softmax</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/am_softmax.py"/>
        <source>With a margin the optimum is further out, so the reading is too sure.</source>
        <translation>有余量时最优点更远，读数过于自信。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/am_softmax.py"/>
        <source>Without a margin: then it is cross entropy of κs.</source>
        <translation>余量为 0 时：即 κs 的交叉熵。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/am_softmax.py"/>
        <location filename="../../explorer/losses/cross_entropy.py"/>
        <location filename="../../explorer/losses/flat_nce.py"/>
        <location filename="../../explorer/losses/info_nce.py"/>
        <location filename="../../explorer/losses/label_smoothing.py"/>
        <location filename="../../explorer/losses/logit_norm.py"/>
        <location filename="../../explorer/losses/r_drop.py"/>
        <location filename="../../explorer/losses/symmetric_kl_softmax.py"/>
        <source>argmax</source>
        <translation>argmax</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/am_softmax.py"/>
        <source>how far the labelled cosine must be above every other</source>
        <translation>已标注余弦须比其他余弦高出多少</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/am_softmax.py"/>
        <source>multiplies the cosines, which alone are too close together for a softmax</source>
        <translation>余弦的倍数：余弦本身彼此太近，softmax 分不开</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/asl.py"/>
        <source>ASL</source>
        <translation>ASL</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/asl.py"/>
        <source>The two sides are weighted unlike each other, so σ(s) is no probability of the class.</source>
        <translation>两侧的权重不同，所以 σ(s) 不是类别的概率。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/asl.py"/>
        <location filename="../../explorer/losses/hill.py"/>
        <source>how much labelled classes that are told well are silenced</source>
        <translation>已标注类别判断正确时被压低多少</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/asl.py"/>
        <source>how much other classes that are told well are silenced</source>
        <translation>其他类别判断正确时被压低多少</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/asl.py"/>
        <source>least number whose logarithm is taken; 0 is the paper&apos;s loss</source>
        <translation>取对数的数的下限；0 即论文中的损失</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/asl.py"/>
        <source>probability up to which an unlabelled class costs nothing</source>
        <translation>未标注类别的概率不超过这个值就没有损失</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/bce.py"/>
        <source>Another π moves the logit of the optimum by log π, and σ(s) with it.</source>
        <translation>π 取其他值时，最优点的 logit 移动 log π，σ(s) 随之变化。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/bce.py"/>
        <source>At the optimum σ(s − log π) is t, for any π above 0.</source>
        <translation>只要 π 大于 0，在最优点 σ(s − log π) 都等于 t。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/bce.py"/>
        <source>At the optimum σ(s) is t where π is 1.</source>
        <translation>π 为 1 时，在最优点 σ(s) 等于 t。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/bce.py"/>
        <source>BCE</source>
        <translation>BCE</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/bce.py"/>
        <source>weight of the labelled side; the optimum moves by log π</source>
        <translation>已标注一侧的权重；最优点移动 log π</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/bce.py"/>
        <source>weight of the whole class</source>
        <translation>整个类别的权重</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/circle.py"/>
        <source>circle</source>
        <translation>circle</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/circle.py"/>
        <source>multiplies the exponents: 256 for faces, 80 for retrieval</source>
        <translation>指数的倍数：人脸用 256，检索用 80</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/circle.py"/>
        <source>radius of the circle over √2: unlabelled cosines below m, labelled ones above 1 − m</source>
        <translation>圆的半径除以 √2：未标注余弦低于 m，已标注余弦高于 1 − m</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/circle.py"/>
        <source>that of the value with the weights α held: training code detaches them</source>
        <translation>把权重 α 当作常数时的梯度：训练代码会断开它们</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/circle.py"/>
        <location filename="../../explorer/losses/combinatorial_softmax.py"/>
        <location filename="../../explorer/losses/pairwise.py"/>
        <location filename="../../explorer/losses/two_way.py"/>
        <source>top k</source>
        <translation>前 k 个</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/combinatorial_softmax.py"/>
        <source>With k labels the probability that a class is in the set is another; they sum to k.</source>
        <translation>有 k 个标签时，类别属于标签集的概率是另一个值，其和为 k。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/combinatorial_softmax.py"/>
        <source>With one label a sample it is the probability of each class, as in cross entropy.</source>
        <translation>每个样本一个标签时，它是各类别的概率，与交叉熵相同。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/combinatorial_softmax.py"/>
        <source>k-set softmax</source>
        <translation>k 元集 softmax</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/combinatorial_threshold.py"/>
        <source>With less room the classes compete, and each is less likely than this says.</source>
        <translation>容量较小时类别相互竞争，各类的概率都比它低。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/combinatorial_threshold.py"/>
        <source>With room for every class, K = n, it is the probability of each, as in BCE.</source>
        <translation>所有类别都容得下（K = n）时，它是各类别的概率，与 BCE 相同。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/combinatorial_threshold.py"/>
        <source>at most {count} labels, as K says</source>
        <translation>至多 {count} 个标签，由 K 规定</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/combinatorial_threshold.py"/>
        <source>how many labels a sample may have at most</source>
        <translation>一个样本最多有几个标签</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/combinatorial_threshold.py"/>
        <source>k-set threshold</source>
        <translation>k 元集阈值</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/combinatorial_threshold.py"/>
        <source>logit of class 0, above which a class is predicted</source>
        <translation>第 0 类的 logit，高于它的类别被预测</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/combinatorial_threshold.py"/>
        <source>s &gt; s₀, at most K</source>
        <translation>s &gt; s₀，至多 K 个</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/cross_entropy.py"/>
        <source>At the optimum softmax(s/τ) is t, where the targets sum to 1.</source>
        <translation>目标之和为 1 时，在最优点 softmax(s/τ) 等于 t。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/cross_entropy.py"/>
        <source>Several labels share it: k hot ones have 1/k each, which no threshold tells apart.</source>
        <translation>多个标签平分概率：k 个标签各得 1/k，没有阈值能把它们区分开。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/cross_entropy.py"/>
        <source>cross entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/cross_entropy.py"/>
        <source>divides the logits: below 1 sharpens, above 1 flattens</source>
        <translation>logit 的除数：小于 1 更尖锐，大于 1 更平坦</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/distribution_balanced.py"/>
        <source>With another κ or ν the two sides balance at another logit than that of the probability.</source>
        <translation>κ 或 ν 取其他值时，两侧平衡处的 logit 与概率对应的 logit 不同。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/distribution_balanced.py"/>
        <source>distribution balanced</source>
        <translation>分布平衡损失</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/distribution_balanced.py"/>
        <source>how fast an unlabelled class that is told well is silenced</source>
        <translation>判断正确的未标注类别多快被压低</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/distribution_balanced.py"/>
        <source>logit at which the class is in balance, from its frequency</source>
        <translation>类别达到平衡的 logit，由它的频率决定</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/distribution_balanced.py"/>
        <source>weight of the class, larger for rare ones</source>
        <translation>类别的权重，罕见类别更大</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/distribution_balanced.py"/>
        <source>σ(s) is the probability only where κ is 1 and ν is 0.</source>
        <translation>只有 κ 为 1 且 ν 为 0 时，σ(s) 才是概率。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/flat_nce.py"/>
        <source>As InfoNCE reads the same cosines.</source>
        <translation>与 InfoNCE 对同样的余弦的读法相同。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/flat_nce.py"/>
        <source>As an optimum of this loss: it has none, the labelled cosine is pulled for ever.</source>
        <translation>它不是这个损失的最优点：最优点不存在，已标注余弦会一直被拉高。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/flat_nce.py"/>
        <source>FlatNCE</source>
        <translation>FlatNCE</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/focal.py"/>
        <source>Focal loss is not proper: its optimum is less sure than the labels are, unless γ is 0.</source>
        <translation>focal 损失不是适当的评分：除非 γ 为 0，它的最优点不如标签确定。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/focal.py"/>
        <source>focal</source>
        <translation>focal</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/focal.py"/>
        <source>how much classes that are told well are silenced; 0 is BCE</source>
        <translation>判断正确的类别被压低多少；0 即 BCE</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/focal.py"/>
        <source>weight of labelled classes, 1 − α of others; below 0 it is off</source>
        <translation>已标注类别的权重，其他类别为 1 − α；小于 0 则关闭</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/hill.py"/>
        <source>Hill</source>
        <translation>Hill</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/hill.py"/>
        <source>The loss is not proper: sure unlabelled classes are let go, σ(s) is no probability.</source>
        <translation>这个损失不是适当的评分：十分自信的未标注类别被放过，σ(s) 不是概率。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/hill.py"/>
        <source>height of the hill; at 3/2 its slope ends at 0, below it falls again</source>
        <translation>山的高度；为 3/2 时末端斜率为 0，更小时又会下降</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/hill.py"/>
        <source>logit that a labelled class must pass</source>
        <translation>已标注类别须超过的 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/info_nce.py"/>
        <source>As a probability by itself: it depends on which other candidates are there.</source>
        <translation>不能单独读作概率：它取决于还有哪些候选。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/info_nce.py"/>
        <source>As the probability of each candidate of this batch to be the partner.</source>
        <translation>可读作本批中每个候选是配对的概率。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/info_nce.py"/>
        <source>InfoNCE</source>
        <translation>InfoNCE</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/info_nce.py"/>
        <source>divides the cosines: the smaller, the more the closest candidate counts alone</source>
        <translation>余弦的除数：越小，越只看最近的候选</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/label_smoothing.py"/>
        <source>At the optimum softmax(s) is t′ / T′, the smoothed targets divided by their sum.</source>
        <translation>在最优点 softmax(s) 等于 t′ / T′，即平滑后的目标除以它们的和。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/label_smoothing.py"/>
        <location filename="../../explorer/losses/smoothed_bce.py"/>
        <location filename="../../explorer/losses/smoothed_zlpr.py"/>
        <source>It is not t itself: t has to be read back through the smoothing.</source>
        <translation>它不是 t 本身：要由平滑反推出 t。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/label_smoothing.py"/>
        <location filename="../../explorer/losses/smoothed_bce.py"/>
        <location filename="../../explorer/losses/smoothed_zlpr.py"/>
        <source>how far every target is smoothed</source>
        <translation>每个目标平滑多少</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/label_smoothing.py"/>
        <source>label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/logit_norm.py"/>
        <source>For surer ones, one-hot targets above all: the norm sets the largest probability.</source>
        <translation>目标更确定时，尤其是 one-hot 目标：最大概率由范数决定。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/logit_norm.py"/>
        <source>For targets that a vector of norm 1 / τ can express: then the optimum is t.</source>
        <translation>目标能用范数为 1 / τ 的向量表示时：最优点就是 t。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/logit_norm.py"/>
        <source>LogitNorm</source>
        <translation>LogitNorm</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/logit_norm.py"/>
        <source>divides the direction of the logits: 1 / τ is the norm that they all have</source>
        <translation>logit 方向的除数：所有 logit 的范数都是 1 / τ</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/pairwise.py"/>
        <source>With one label a sample and no margin: then it is softmax and cross entropy.</source>
        <translation>每个样本一个标签且没有余量时：即 softmax 和交叉熵。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/pairwise.py"/>
        <source>With several labels only the order of the logits means something.</source>
        <translation>有多个标签时，只有 logit 的顺序有意义。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/pairwise.py"/>
        <source>how far labelled logits must be above the others</source>
        <translation>已标注 logit 须比其他 logit 高出多少</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/pairwise.py"/>
        <source>multiplies the differences: the larger, the more the closest pair counts alone</source>
        <translation>差值的倍数：越大，越只看最接近的一对</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/pairwise.py"/>
        <source>pairwise</source>
        <translation>成对损失</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/partition_distribution.py"/>
        <source>At the optimum, Z = T and softmax(s) = t/T, it is t.</source>
        <translation>在最优点 Z = T，softmax(s) = t/T，它等于 t。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/partition_distribution.py"/>
        <source>Where Z is cut off at 0.01 it is far too small, and stays so.</source>
        <translation>Z 在 0.01 处被截断时，它小得多，并且一直如此。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/partition_distribution.py"/>
        <source>Z p &gt; 1/2</source>
        <translation>Z p &gt; 1/2</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/partition_distribution.py"/>
        <source>Z × softmax</source>
        <translation>Z × softmax</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/partition_distribution.py"/>
        <source>a target above 0; all are 0, so there is no distribution t/T</source>
        <translation>一个大于 0 的目标；现在全是 0，所以没有分布 t/T</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/partition_distribution.py"/>
        <source>how many labels there are, before it is cut off at 0.01</source>
        <translation>标签的个数，在 0.01 处截断之前</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/peel.py"/>
        <source>With a larger λ it is read too far from 1/2.</source>
        <translation>λ 更大时，读数离 1/2 过远。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/peel.py"/>
        <source>With a smaller λ it is read too near 1/2 when labels are soft.</source>
        <translation>λ 更小而标签是软标签时，读数过于接近 1/2。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/peel.py"/>
        <source>ZLPR to BCE</source>
        <translation>ZLPR 到 BCE</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/peel.py"/>
        <source>how much of the products of two and more is let in: 0 is ZLPR, 1 is BCE</source>
        <translation>两项及以上的乘积放进多少：0 即 ZLPR，1 即 BCE</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/peel.py"/>
        <source>σ(2s) is the probability of soft labels where λ is 0.</source>
        <translation>λ 为 0 时，σ(2s) 是软标签的概率。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/peel.py"/>
        <source>σ(s) is the probability where λ is 1, the loss then being BCE.</source>
        <translation>λ 为 1 时损失就是 BCE，σ(s) 是概率。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/r_drop.py"/>
        <source>At the optimum of both passes together it is t, as in cross entropy.</source>
        <translation>在两次前向共同的最优点，它等于 t，与交叉熵相同。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/r_drop.py"/>
        <source>R-Drop</source>
        <translation>R-Drop</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/r_drop.py"/>
        <source>While the passes differ, the divergence holds it back from t.</source>
        <translation>两次前向不同时，散度使它到不了 t。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/r_drop.py"/>
        <source>logits of the second pass</source>
        <translation>第二次前向的 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/r_drop.py"/>
        <source>weight of the divergence; 1 to 5 is usual</source>
        <translation>散度的权重；常用 1 到 5</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/smoothed_bce.py"/>
        <source>At the optimum σ(s) is the smoothed target t′.</source>
        <translation>在最优点，σ(s) 是平滑后的目标 t′。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/smoothed_bce.py"/>
        <source>BCE smoothed</source>
        <translation>平滑 BCE</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/smoothed_zlpr.py"/>
        <source>At the optimum σ(2s) is the smoothed target t′.</source>
        <translation>在最优点，σ(2s) 是平滑后的目标 t′。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/smoothed_zlpr.py"/>
        <source>Of smoothed targets it is too near 1/2.</source>
        <translation>对平滑后的目标，它过于接近 1/2。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/smoothed_zlpr.py"/>
        <source>ZLPR smoothed</source>
        <translation>平滑 ZLPR</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/soft_zlpr.py"/>
        <source>At the optimum σ(2s) is the soft label t, for any number of classes.</source>
        <translation>无论有多少类别，在最优点 σ(2s) 都是软标签 t。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/soft_zlpr.py"/>
        <source>Of hard labels drawn at random it is the probability only where many are on and many off.</source>
        <translation>对随机抽取的硬标签，只有正类和负类都很多时它才是概率。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/soft_zlpr.py"/>
        <source>Of soft labels it is too near 1/2, by up to 0.15.</source>
        <translation>对软标签，它过于接近 1/2，最多差 0.15。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/soft_zlpr.py"/>
        <source>soft ZLPR</source>
        <translation>软 ZLPR</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/soft_zlpr.py"/>
        <source>σ(s) is the probability of hard labels drawn at random where there is one class.</source>
        <translation>只有一个类别时，σ(s) 是随机抽取的硬标签的概率。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/symmetric_kl_sigmoid.py"/>
        <source>It is the probability that is compared with the other one.</source>
        <translation>它是与另一组相比较的概率。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/symmetric_kl_sigmoid.py"/>
        <source>KL sigmoid</source>
        <translation>KL sigmoid</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/symmetric_kl_sigmoid.py"/>
        <location filename="../../explorer/losses/symmetric_kl_softmax.py"/>
        <source>No label enters: the divergence alone makes no reading a probability.</source>
        <translation>没有用到标签：仅凭散度，任何读数都不是概率。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/symmetric_kl_sigmoid.py"/>
        <source>what the logits are multiplied by; 2 reads σ(2s), as soft ZLPR does</source>
        <translation>logit 的倍数；取 2 即读 σ(2s)，与软 ZLPR 相同</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/symmetric_kl_softmax.py"/>
        <source>It is the distribution that is compared with the other one.</source>
        <translation>它是与另一组相比较的分布。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/symmetric_kl_softmax.py"/>
        <source>KL softmax</source>
        <translation>KL softmax</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/threshold_pairwise.py"/>
        <source>In the limit of many labels and many unlabelled classes drawn at random.</source>
        <translation>在随机抽取、标签与未标注类别都很多的极限下成立。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/threshold_pairwise.py"/>
        <source>With few classes, and where labels are rare, however many classes there are.</source>
        <translation>类别很少时不成立；标签稀少时，类别再多也不成立。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/threshold_pairwise.py"/>
        <source>With many classes: labels drawn at random then read σ(2(s − s₀)) or neither.</source>
        <translation>类别很多时不成立：随机抽取的标签应读 σ(2(s − s₀))，或两者都不对。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/threshold_pairwise.py"/>
        <source>With one class; close where labels are drawn at random and few classes compete.</source>
        <translation>只有一个类别时成立；标签随机抽取、相互竞争的类别很少时近似成立。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/threshold_pairwise.py"/>
        <source>s &gt; s₀</source>
        <translation>s &gt; s₀</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/threshold_pairwise.py"/>
        <source>the logit above which a class is predicted; a model learns it with the logits</source>
        <translation>高于这个 logit 的类别被预测；模型把它与 logit 一同学习</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/threshold_pairwise.py"/>
        <source>threshold pairwise</source>
        <translation>阈值成对损失</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/two_way.py"/>
        <source>above 1 the labelled logits share the pull, below 1 the lowest</source>
        <translation>大于 1 时已标注 logit 分担拉力，小于 1 时集中于最低者</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/two_way.py"/>
        <source>above 1 the others share the push, below 1 the highest has it</source>
        <translation>大于 1 时其他 logit 分担推力，小于 1 时集中于最高者</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/two_way.py"/>
        <source>two-way</source>
        <translation>双向损失</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/zlpr.py"/>
        <source>Of rare labels it is far too small; of soft labels it holds, which soft ZLPR takes.</source>
        <translation>对罕见标签它小得多；对软标签它成立，软 ZLPR 接受软标签。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/zlpr.py"/>
        <source>With more classes it is too near 1/2, or too large for rare labels.</source>
        <translation>类别更多时，它过于接近 1/2；对罕见标签则过大。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/zlpr.py"/>
        <source>ZLPR</source>
        <translation>ZLPR</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/zlpr.py"/>
        <source>σ(2s) tends to the probability of labels drawn at random as many are on and many are off.</source>
        <translation>正类和负类都很多时，σ(2s) 趋于随机抽取的标签的概率。</translation>
    </message>
    <message>
        <location filename="../../explorer/losses/zlpr.py"/>
        <source>σ(s) is the probability of labels drawn at random where there is one class.</source>
        <translation>只有一个类别时，σ(s) 是随机抽取的标签的概率。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/adadelta.py"/>
        <source>Adadelta</source>
        <translation>Adadelta</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/adadelta.py"/>
        <source>Added under both roots; its root is the size of the first step.</source>
        <translation>加在两个根号之内；它的平方根是第一步的大小。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/adadelta.py"/>
        <source>How slowly both means fade: about 1 / (1 - rho) updates count.</source>
        <translation>两个均值衰减多慢：约有 1 / (1 - rho) 次更新起作用。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/adagrad.py"/>
        <source>Adagrad</source>
        <translation>Adagrad</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/adagrad.py"/>
        <source>Added to the root of the sum of squared gradients.</source>
        <translation>加在梯度平方和的平方根上。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/adagrad.py"/>
        <source>How fast the rate falls beside: it is divided by 1 + slowing (t - 1) at update t.</source>
        <translation>学习率另外下降多快：第 t 次更新时除以 1 + slowing (t - 1)。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/adagrad.py"/>
        <source>What the sum of squared gradients starts from: more of it, smaller first steps.</source>
        <translation>梯度平方和的初值：越大，最初的步子越小。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/adam.py"/>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/adam.py"/>
        <source>Added to the root of the squared gradients&apos; mean.</source>
        <translation>加在梯度平方均值的平方根上。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/adam.py"/>
        <source>How slowly the mean of the gradients fades: about 1 / (1 - beta1) updates count.</source>
        <translation>梯度的均值衰减多慢：约有 1 / (1 - beta1) 次更新起作用。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/adam.py"/>
        <source>How slowly the mean of the squared gradients fades: about 1 / (1 - beta2) updates count.</source>
        <translation>梯度平方的均值衰减多慢：约有 1 / (1 - beta2) 次更新起作用。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/adamw.py"/>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/momentum.py"/>
        <source>How much of the last step is kept: about 1 / (1 - momentum) gradients count together.</source>
        <translation>上一步保留多少：约有 1 / (1 - momentum) 个梯度共同起作用。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/momentum.py"/>
        <source>What is taken off each gradient after the first, as a share of it.</source>
        <translation>从第二个梯度起，每个梯度减去的比例。</translation>
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
        <location filename="../../explorer/optimizers/optimizer.py"/>
        <source>In formulas w are the weights, g the gradient, η the rate, λ the weight decay and t the number of the update, from 1 on; letters that are carried from update to update begin at 0.</source>
        <translation>公式中 w 是权重，g 是梯度，η 是学习率，λ 是权重衰减，t 是更新的序号，从 1 开始；在更新之间传递的字母从 0 开始。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/optimizer.py"/>
        <source>optimizer {name}</source>
        <translation>优化器 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/rmsprop.py"/>
        <source>Added to the root.</source>
        <translation>加在平方根上。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/rmsprop.py"/>
        <source>How much of the last step is kept.</source>
        <translation>上一步保留多少。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/rmsprop.py"/>
        <source>How slowly the mean of squared gradients fades: about 1 / (1 - alpha) updates count.</source>
        <translation>梯度平方的均值衰减多慢：约有 1 / (1 - alpha) 次更新起作用。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/rmsprop.py"/>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/rmsprop.py"/>
        <source>The root is of the gradients&apos; variance: their mean squared is taken off.</source>
        <translation>对梯度的方差开方：减去均值的平方。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/rmsprop.py"/>
        <source>The root is of the mean of the squared gradients.</source>
        <translation>对梯度平方的均值开方。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/rmsprop.py"/>
        <source>What the gradient is divided by the root of.</source>
        <translation>梯度除以它的平方根。</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/rmsprop.py"/>
        <source>mean square</source>
        <translation>均方</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/rmsprop.py"/>
        <source>variance</source>
        <translation>方差</translation>
    </message>
    <message>
        <location filename="../../explorer/optimizers/sgd.py"/>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/board.py"/>
        <location filename="../../explorer/ui/export_sources.py"/>
        <source>{title}: {words}</source>
        <translation>{title}：{words}</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/export.py"/>
        <source>dpi {dpi} is outside [{low}, {high}]</source>
        <translation>dpi {dpi} 超出 [{low}, {high}]</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/export.py"/>
        <source>ending {ending} is unknown; allowed: {all}</source>
        <translation>不认识扩展名 {ending}；可用：{all}</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/export.py"/>
        <source>font size {size} is outside [{low}, {high}] points</source>
        <translation>字号 {size} 超出 [{low}, {high}] 磅</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/export.py"/>
        <location filename="../../explorer/paint/film.py"/>
        <source>height</source>
        <translation>高度</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/export.py"/>
        <location filename="../../explorer/paint/film.py"/>
        <source>width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/export.py"/>
        <source>{side} {size} at scale {scale} is outside [1, {most}] pixels</source>
        <translation>{side} {size}，缩放 {scale} 时超出 [1, {most}] 像素</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/export.py"/>
        <source>{title}: a drawing of vectors has no pixels; allowed: .png</source>
        <translation>{title}：矢量图没有像素；可用：.png</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/export.py"/>
        <source>{title}: the device refused to be painted on</source>
        <translation>{title}：无法在该设备上绘制</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/export.py"/>
        <source>{title}: the picture could not be written: {why}</source>
        <translation>{title}：图片无法写入：{why}</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/film.py"/>
        <source>ending {ending} is no film; allowed: {all}</source>
        <translation>扩展名 {ending} 不是影片；可用：{all}</translation>
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
        <location filename="../../explorer/paint/film.py"/>
        <source>{rate} frames a second of a {ending} are outside [1, {most}]</source>
        <translation>{ending} 每秒 {rate} 帧，超出 [1, {most}]</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/film.py"/>
        <source>{side} {size} of a film is outside [{low}, {high}] pixels</source>
        <translation>影片的{side} {size} 超出 [{low}, {high}] 像素</translation>
    </message>
    <message>
        <location filename="../../explorer/paint/slides.py"/>
        <source>{title}: the PDF refused to be painted on</source>
        <translation>{title}：无法在 PDF 上绘制</translation>
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
        <translation>后退一步</translation>
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
        <location filename="../../explorer/ui/panels/timeline.py"/>
        <location filename="../../explorer/ui/panels/timeline_plan.py"/>
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
        <location filename="../../explorer/ui/reference_page.py"/>
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
        <location filename="../../explorer/plots/population/heat.py"/>
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
        <location filename="../../explorer/plots/population/choices.py"/>
        <location filename="../../explorer/plots/population/runs.py"/>
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
        <location filename="../../explorer/plots/unknown.py"/>
        <source>Unknown figure</source>
        <translation>未知的图</translation>
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
        <location filename="../../explorer/plots/balance.py"/>
        <source>Against</source>
        <translation>横轴</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>Every logit 0</source>
        <translation>logit 全为 0</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>Gradient of the labelled to that of the other classes, {count} of {all} labelled: {losses}.</source>
        <translation>已标注类别与其余类别的梯度之比，{all} 个中标注 {count} 个：{losses}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>Logits</source>
        <translation>logit</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>Mean logits of this sample</source>
        <translation>本样本的平均 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>Number of classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>Number of labels</source>
        <translation>标签数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>classes n, log</source>
        <translation>类别数 n，对数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>computed up to {count} classes</source>
        <translation>只算到 {count} 个类别</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>every logit 0</source>
        <translation>logit 全为 0</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>k grows, {logits}, {count} classes</source>
        <translation>k 增大，{logits}，{count} 个类别</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>labelled classes</source>
        <comment>the upper panel</comment>
        <translation>已标注类别</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>labels k, log</source>
        <translation>标签数 k，对数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>mean logits of this sample</source>
        <translation>本样本的平均 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>n = {classes}, k = {labels}; labelled : others</source>
        <translation>n = {classes}，k = {labels}；已标注 : 其余</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>n grows, {logits}, {count} labelled</source>
        <translation>n 增大，{logits}，标注 {count} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>the other classes</source>
        <translation>其余类别</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>{loss} {labelled} to {others}</source>
        <translation>{loss} {labelled} 比 {others}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/balance.py"/>
        <source>↑ sum of |∂L/∂s|, log</source>
        <translation>↑ |∂L/∂s| 之和，对数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/board.py"/>
        <source>Values in nats, summed over classes. Computed in float64.</source>
        <translation>值以 nat 计，对类别求和。用 float64 计算。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/board.py"/>
        <source>sample {number} of {rows}</source>
        <translation>样本 {number} / {rows}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/board.py"/>
        <source>{name}, {position}</source>
        <translation>{name}，{position}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/budget.py"/>
        <source>pulls down →</source>
        <translation>压低其余 →</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/budget.py"/>
        <source>sum of |∂L/∂s|</source>
        <translation>|∂L/∂s| 之和</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/budget.py"/>
        <source>{loss} pushes up {up}, pulls down {down}</source>
        <translation>{loss} 抬高 {up}，压低 {down}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/budget.py"/>
        <source>← pushes up</source>
        <translation>← 抬高已标注</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>Autograd is being computed by torch.</source>
        <translation>torch 正在自动求导。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>Every class is left out of the {way}.</source>
        <translation>{way}略去了所有类别。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>Largest error against {way}: {error} at {name}; allowed {allowed}.</source>
        <translation>与{way}的最大误差：{error}，在 {name}；容许 {allowed}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>Left out at a kink: {classes}.</source>
        <translation>在折点处，略去：{classes}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>No {way}: {reason}.</source>
        <translation>没有{way}：{reason}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>The closed form of {loss} fails against {ways}.</source>
        <translation>{loss} 的闭式与{ways}不符。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>The closed form of {loss} passes against {ways}.</source>
        <translation>{loss} 的闭式与{ways}相符。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>The gradient of {loss} is another on purpose: {gradient}.</source>
        <translation>{loss} 的梯度有意不同：{gradient}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>allowed ○</source>
        <translation>容许 ○</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>allowed ●</source>
        <translation>容许 ●</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>another on purpose</source>
        <translation>有意不同</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>at a kink of the loss</source>
        <translation>在损失的折点</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>autograd</source>
        <translation>自动求导</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>central differences</source>
        <translation>中心差分</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>classes, worst first</source>
        <translation>类别，误差大的在前</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>closed form</source>
        <translation>闭式</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>error, {way}</source>
        <translation>误差，{way}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>fails</source>
        <translation>未通过</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>passes</source>
        <translation>通过</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>torch: computing…</source>
        <translation>torch：正在计算…</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>which may be off by</source>
        <translation>其误差可达</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>{first} and {second}</source>
        <translation>{first} 和 {second}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>{loss}, against {ways}</source>
        <translation>{loss}，对照{ways}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>{title}, {count} of {all} classes</source>
        <translation>{title}，{all} 个类别中的 {count} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>↑ error of ∂L/∂s / largest |∂L/∂s|, log</source>
        <translation>↑ ∂L/∂s 的误差 / 最大 |∂L/∂s|，对数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>↑ error of ∂L/∂s, log</source>
        <translation>↑ ∂L/∂s 的误差，对数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/check.py"/>
        <source>○ central differences   ● autograd</source>
        <translation>○ 中心差分   ● 自动求导</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/chips.py"/>
        <location filename="../../explorer/plots/listing.py"/>
        <source>label of {state}</source>
        <translation>标签：{state}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/choices.py"/>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>Across</source>
        <translation>横轴</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/choices.py"/>
        <location filename="../../explorer/plots/one_loss.py"/>
        <location filename="../../explorer/plots/population/choices.py"/>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/choices.py"/>
        <source>Losses at α s</source>
        <translation>α s 处的损失</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/choices.py"/>
        <source>Up</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>0 from {stretches}</source>
        <translation>为 0 的范围 {stretches}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>0: the format has no number so small</source>
        <translation>0：该格式没有这么小的数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>Error of the</source>
        <translation>误差</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>Logit from</source>
        <translation>logit 范围</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>at most {error}</source>
        <translation>至多 {error}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>dead: 0 where the truth is not</source>
        <translation>失效：真值不为 0，却得 0</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>error</source>
        <comment>of a number</comment>
        <translation>误差</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>found</source>
        <translation>得到</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <location filename="../../explorer/plots/ranking.py"/>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>no number</source>
        <translation>不是数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>no number from {stretches}</source>
        <translation>不是数的范围 {stretches}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>relative error</source>
        <translation>相对误差</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>truth</source>
        <translation>真值</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>with {count} of {all} others</source>
        <translation>其余 {count} / {all}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>without {count} forms</source>
        <translation>不含 {count} 种写法</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <location filename="../../explorer/plots/live.py"/>
        <location filename="../../explorer/plots/shown.py"/>
        <source>without {name}</source>
        <translation>不含 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>{formats} downwards</source>
        <translation>自上而下：{formats}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>{form} in {format}: {errors}.</source>
        <translation>{form}，{format}：{errors}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>{form}, {format}</source>
        <translation>{form}，{format}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>{loss}, error of the {quantity}</source>
        <translation>{loss}，{quantity}的误差</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>{loss}, relative error of the {quantity} against float64.</source>
        <translation>{loss}，{quantity}相对 float64 的相对误差。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>−1,000 to 1,000</source>
        <translation>−1,000 到 1,000</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>−10 to 10</source>
        <translation>−10 到 10</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>−100 to 100</source>
        <translation>−100 到 100</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>−40 to 40</source>
        <translation>−40 到 40</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>■ 0 where it should not be</source>
        <translation>■ 不该为 0 却为 0</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>▨ 0, too small for the format</source>
        <translation>▨ 0，小到该格式无法表示</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/dtypes.py"/>
        <source>☒ NaN or infinite</source>
        <translation>☒ NaN 或无穷</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/flips.py"/>
        <source>Most telling: labelling {name} changes {losses}.</source>
        <translation>影响最大：标注 {name}，变化为 {losses}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/flips.py"/>
        <source>Most telling: unlabelling {name} changes {losses}.</source>
        <translation>影响最大：取消标注 {name}，变化为 {losses}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/flips.py"/>
        <source>change of the loss, nat; left is lower</source>
        <translation>损失的变化，nat；向左更低</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/flips.py"/>
        <source>flip {state}</source>
        <translation>翻转：{state}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/flips.py"/>
        <source>label {name}</source>
        <translation>标注 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/flips.py"/>
        <source>unlabel {name}</source>
        <translation>取消标注 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/flips.py"/>
        <location filename="../../explorer/plots/thresholds.py"/>
        <source>{count} of {all}</source>
        <translation>{count} / {all}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/flips.py"/>
        <source>{count} of {all}, by gradient</source>
        <translation>{all} 个中的 {count} 个，按梯度</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/flips.py"/>
        <source>{loss} by {change}</source>
        <translation>{loss} {change}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/gradient.py"/>
        <location filename="../../explorer/plots/gradient_ranks.py"/>
        <source>Gradient at {name}: {losses}.</source>
        <translation>{name} 处的梯度：{losses}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/gradient.py"/>
        <source>per class</source>
        <translation>每个类别</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/gradient.py"/>
        <source>↑ ∂L/∂s   + pulls down,  − pushes up</source>
        <translation>↑ ∂L/∂s   + 压低 logit，− 抬高 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/gradient_ranks.py"/>
        <source>by rank, per loss</source>
        <translation>按大小排名，每个损失</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/gradient_ranks.py"/>
        <source>markers: {count} labelled</source>
        <translation>标记：{count} 个已标注</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/gradient_ranks.py"/>
        <source>markers: {count} of {all} labelled</source>
        <translation>标记：{all} 个已标注中的 {count} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/gradient_ranks.py"/>
        <source>rank, log</source>
        <translation>排名，对数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/gradient_ranks.py"/>
        <source>{loss} {value}, number {place} of {all}</source>
        <translation>{loss} {value}，排第 {place} / {all}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/gradient_ranks.py"/>
        <source>↑ |∂L/∂s|, log</source>
        <translation>↑ |∂L/∂s|，对数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/histogram.py"/>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/histogram.py"/>
        <source>Distribution of {title}: most samples, {count}, lie between {low} and {high}; this sample has {value}.</source>
        <translation>{title}的分布：{low} 到 {high} 之间样本最多，{count} 个；本样本为 {value}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/histogram.py"/>
        <source>No sample has a value here.</source>
        <translation>没有样本在这里有值。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/histogram.py"/>
        <source>Not computed yet.</source>
        <translation>还没有计算。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/histogram.py"/>
        <source>{count} outside</source>
        <translation>{count} 个在外</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/histogram.py"/>
        <source>{loss}, nat</source>
        <translation>{loss}，nat</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/histogram.py"/>
        <source>↑ samples</source>
        <translation>↑ 样本数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/landscape.py"/>
        <source>A landscape needs two classes. A right click on the table adds one.</source>
        <translation>地形需要两个类别。右键点击表格可添加。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/landscape.py"/>
        <source>Descents over the logits of {first} and {second} end at: {ends}.</source>
        <translation>沿 {first} 和 {second} 的 logit 下降，终点：{ends}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/landscape.py"/>
        <source>contour each {step} nat</source>
        <translation>nat，等高线间隔 {step}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/landscape.py"/>
        <source>descent paths</source>
        <translation>下降路径</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/landscape.py"/>
        <source>nat</source>
        <translation>nat</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/landscape.py"/>
        <location filename="../../explorer/training/tasks/data.py"/>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <location filename="../../explorer/training/tasks/mlp.py"/>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/landscape.py"/>
        <source>start of the descents
{values}</source>
        <translation>下降的起点
{values}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/landscape.py"/>
        <source>{loss}, two logits</source>
        <translation>{loss}，两个 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/lens.py"/>
        <location filename="../../explorer/plots/values.py"/>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/lens.py"/>
        <source>lowest possible</source>
        <translation>可达最小值</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/lens.py"/>
        <source>pinned</source>
        <translation>钉住</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/lens.py"/>
        <source>pulls down</source>
        <translation>压低</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/lens.py"/>
        <source>pushes up</source>
        <translation>抬高</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/lens.py"/>
        <location filename="../../explorer/plots/peel.py"/>
        <source>value, nat</source>
        <translation>值，nat</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/lens.py"/>
        <source>{count} more classes</source>
        <translation>另有 {count} 个类别</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/lens.py"/>
        <location filename="../../explorer/plots/population/numbered.py"/>
        <source>{count} more losses</source>
        <translation>另有 {count} 个损失</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/listing.py"/>
        <source>No class is listed.</source>
        <translation>没有列出类别。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/listing.py"/>
        <source>all {count}, by index</source>
        <translation>全部 {count} 个，按序号</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/listing.py"/>
        <location filename="../../explorer/ui/panels/cells.py"/>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/listing.py"/>
        <source>no class is listed</source>
        <translation>没有列出类别</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/listing.py"/>
        <source>rows show {classes} and on</source>
        <translation>可见 {classes} 等</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/listing.py"/>
        <source>{classes}, with “{search}”</source>
        <translation>{classes}，含“{search}”</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/listing.py"/>
        <source>{classes}: {count} of {all}</source>
        <translation>{classes}：{count} / {all}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/listing.py"/>
        <location filename="../../explorer/plots/logits.py"/>
        <location filename="../../explorer/plots/selection.py"/>
        <location filename="../../explorer/ui/panels/class_list.py"/>
        <source>{count} classes</source>
        <translation>{count} 个类别</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/listing.py"/>
        <source>{count} classes, {labelled} labelled; {listed} listed by {order}; {rows}; held: {name} with logit {logit}.</source>
        <translation>{count} 个类别，{labelled} 个已标注；按{order}列出 {listed} 个；{rows}；当前：{name}，logit {logit}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/listing.py"/>
        <source>{filter}, by {order}</source>
        <translation>{filter}，按{order}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/listing.py"/>
        <source>▾ {count} labelled</source>
        <translation>▾ {count} 个已标注</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/live.py"/>
        <source>No loss here has a meaning for these labels.</source>
        <translation>对这些标签，这里没有有意义的损失。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/live.py"/>
        <location filename="../../explorer/plots/sharpening.py"/>
        <source>at {alpha}</source>
        <translation>{alpha} 处</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/live.py"/>
        <location filename="../../explorer/plots/shown.py"/>
        <location filename="../../explorer/plots/sweeps.py"/>
        <location filename="../../explorer/ui/reference.py"/>
        <source>{count} losses</source>
        <translation>{count} 个损失</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/logits.py"/>
        <source>drag · click · type</source>
        <translation>拖动 · 点击 · 输入</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/logits.py"/>
        <source>no class</source>
        <translation>没有类别</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/logits.py"/>
        <source>{count} class, labelled: {classes}; held: {name} with logit {logit}.</source>
        <translation>{count} 个类别，已标注：{classes}；当前：{name}，logit {logit}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/logits.py"/>
        <source>{count} classes, labelled: {classes}; held: {name} with logit {logit}.</source>
        <translation>{count} 个类别，已标注：{classes}；当前：{name}，logit {logit}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/logits.py"/>
        <source>↑ logit s</source>
        <translation>↑ logit s</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/mixing.py"/>
        <source>Mix with {sample}, share {share}</source>
        <translation>与 {sample} 混合，份额 {share}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/mixing.py"/>
        <source>Smooth the targets {convention}, ε {epsilon}</source>
        <translation>平滑目标：{convention}，ε {epsilon}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/mixing.py"/>
        <source>a sample mixed with itself stays as it is; allowed is another one</source>
        <translation>样本与自身混合不会改变；须另选一个</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/mixing.py"/>
        <location filename="../../explorer/ui/stage/presenter.py"/>
        <source>sample {number}</source>
        <translation>样本 {number}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/mixing.py"/>
        <source>the share</source>
        <translation>份额</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/mixing.py"/>
        <source>{name} is {value}; allowed: 0 to 1</source>
        <translation>{name} 为 {value}；容许 0 到 1</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/mixing.py"/>
        <source>“{name}” is no convention; allowed: {names}</source>
        <translation>“{name}”不是平滑约定；可用：{names}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/moves.py"/>
        <source>Change α</source>
        <translation>改变 α</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/moves.py"/>
        <source>Drag {first} and {second}</source>
        <translation>拖动 {first} 和 {second}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/moves.py"/>
        <source>Drag {name}</source>
        <translation>拖动 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/moves.py"/>
        <location filename="../../explorer/plots/ranking.py"/>
        <location filename="../../explorer/ui/panels/editor.py"/>
        <source>Hold {name}</source>
        <translation>选定 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/moves.py"/>
        <source>Nudge {name}</source>
        <translation>微调 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/moves.py"/>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Set logit of {name} to {value}</source>
        <translation>将 {name} 的 logit 设为 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/names.py"/>
        <location filename="../../explorer/ui/panels/list_tools.py"/>
        <source>labelled</source>
        <translation>已标注</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/names.py"/>
        <source>target {value}</source>
        <translation>目标 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/names.py"/>
        <source>unlabelled</source>
        <translation>未标注</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/names.py"/>
        <source>{name}, logit {logit}, {state}</source>
        <translation>{name}，logit {logit}，{state}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/paths.py"/>
        <source>{count} path at the drag&apos;s end</source>
        <translation>松手后补 {count} 条路径</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/paths.py"/>
        <source>{count} paths at the drag&apos;s end</source>
        <translation>松手后补 {count} 条路径</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/paths.py"/>
        <location filename="../../explorer/ui/descend_commands.py"/>
        <source>{optimizer}, lr {rate}, {steps} steps</source>
        <translation>{optimizer}，lr {rate}，{steps} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/peel.py"/>
        <source>Change λ</source>
        <translation>改变 λ</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/peel.py"/>
        <source>L = {value} nat, from ZLPR to BCE</source>
        <translation>L = {value} nat，从 ZLPR 到 BCE</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/peel.py"/>
        <source>Set λ of {loss}</source>
        <translation>设置 {loss} 的 λ</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/peel.py"/>
        <source>The orders are those of 0/1 labels; a target here is soft, or a logit is no number.</source>
        <translation>各阶只对 0/1 标签有定义；这里有软目标，或某个 logit 不是数。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/peel.py"/>
        <source>dotted: all    pull on labelled {up}, others {down}</source>
        <translation>点线：全部    拉力：已标注 {up}，其余 {down}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/peel.py"/>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/peel.py"/>
        <source>lambda, now {value}</source>
        <translation>λ，现为 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/peel.py"/>
        <source>of labelled</source>
        <translation>占已标注</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/peel.py"/>
        <source>of others</source>
        <translation>占其余</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/peel.py"/>
        <source>order {order}</source>
        <translation>{order} 阶</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/peel.py"/>
        <source>orders from {order}</source>
        <translation>{order} 阶及以上</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/peel.py"/>
        <source>pull on labelled</source>
        <translation>对已标注的拉力</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/peel.py"/>
        <source>pull on others</source>
        <translation>对其余的拉力</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/peel.py"/>
        <source>λ = {value}
0 is ZLPR, 1 is BCE</source>
        <translation>λ = {value}
0 为 ZLPR，1 为 BCE</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/peel.py"/>
        <source>λ is {amount}. The loss is {value} nat, ZLPR {zlpr}, BCE {bce}. Labelled classes are pulled by {up}, the others by {down}.</source>
        <translation>λ 为 {amount}。损失为 {value} nat，ZLPR {zlpr}，BCE {bce}。对已标注类别的拉力为 {up}，对其余为 {down}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/peel.py"/>
        <source>↑ share of order, labelled   ↓ others</source>
        <translation>↑ 各阶份额，已标注   ↓ 其余</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/phrases.py"/>
        <location filename="../../explorer/training/how.py"/>
        <source>, </source>
        <comment>between statements</comment>
        <translation>，</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/phrases.py"/>
        <source>{words}.</source>
        <comment>a sentence</comment>
        <translation>{words}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/beside.py"/>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>first seed</source>
        <translation>首个种子</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/beside.py"/>
        <source>in training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/beside.py"/>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>label noise</source>
        <translation>标签噪声</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/beside.py"/>
        <location filename="../../explorer/plots/population/words.py"/>
        <location filename="../../explorer/ui/descend_commands.py"/>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <location filename="../../explorer/ui/panels/timeline_plan.py"/>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/beside.py"/>
        <source>losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/beside.py"/>
        <location filename="../../explorer/plots/population/words.py"/>
        <location filename="../../explorer/training/spec/choices.py"/>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <location filename="../../explorer/ui/panels/timeline_plan.py"/>
        <source>optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/beside.py"/>
        <location filename="../../explorer/training/schedules.py"/>
        <location filename="../../explorer/training/spec/choices.py"/>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>schedule</source>
        <translation>学习率安排</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/beside.py"/>
        <location filename="../../explorer/training/schedules.py"/>
        <source>schedule {name}</source>
        <translation>学习率安排 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/beside.py"/>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/beside.py"/>
        <location filename="../../explorer/training/spec/choices.py"/>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>task</source>
        <translation>任务</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/beside.py"/>
        <source>the same experiment</source>
        <translation>同一个实验</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/beside.py"/>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>updates</source>
        <translation>更新次数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/beside.py"/>
        <source>usual {name}</source>
        <translation>通常的{name}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/beside.py"/>
        <source>warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/beside.py"/>
        <location filename="../../explorer/plots/population/words.py"/>
        <location filename="../../explorer/ui/descend_commands.py"/>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <location filename="../../explorer/ui/panels/timeline_plan.py"/>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/choices.py"/>
        <source>Across</source>
        <comment>an axis</comment>
        <translation>横向</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/choices.py"/>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/choices.py"/>
        <source>Losses shown</source>
        <translation>显示的损失</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/choices.py"/>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/choices.py"/>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Minus</source>
        <translation>负号</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/choices.py"/>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/choices.py"/>
        <source>Order by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/choices.py"/>
        <source>Up</source>
        <comment>an axis</comment>
        <translation>纵向</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/choices.py"/>
        <location filename="../../explorer/training/expectations.py"/>
        <location filename="../../explorer/training/spec/expecting.py"/>
        <location filename="../../explorer/ui/panels/doctor.py"/>
        <location filename="../../explorer/ui/panels/population_fields.py"/>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/handles.py"/>
        <source>Choose a run</source>
        <translation>选择一次运行</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/handles.py"/>
        <source>Go to the newest update</source>
        <translation>转到最新的更新</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/handles.py"/>
        <source>Go to update {update}</source>
        <translation>转到更新 {update}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/handles.py"/>
        <source>Show a cell</source>
        <translation>显示一格</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <location filename="../../explorer/study/references.py"/>
        <location filename="../../explorer/training/spec/expecting.py"/>
        <location filename="../../explorer/ui/panels/population_changes.py"/>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>Highest: {tile}.</source>
        <translation>最高：{tile}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>Lowest: {tile}.</source>
        <translation>最低：{tile}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>One cell alone: there is nothing to compare. Give a setting several values, or add a loss.</source>
        <translation>只有一格，没有可比较的。给某个设置多个值，或添加一个损失。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>Shown at left: {words}</source>
        <translation>左侧所示：{words}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>Shown: {tile}.</source>
        <translation>所示：{tile}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>after {update} updates</source>
        <translation>{update} 次更新之后</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>after {update} updates, {unit}</source>
        <translation>{update} 次更新之后，{unit}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>nearest {setting}</source>
        <translation>{setting}取最近的值</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>outlined: one of those at left</source>
        <translation>带框：左侧所示之一</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>outlined: shown at left</source>
        <translation>框出的：左侧所示</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>{count} runs diverged</source>
        <translation>{count} 次运行发散</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>{loss}: {main} minus {other}</source>
        <translation>{loss}：{main} 减 {other}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>{main} minus {other}</source>
        <translation>{main} 减 {other}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>{metric} after {update} updates</source>
        <translation>{update} 次更新后的{metric}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>{metric} after {update} updates, {unit}</source>
        <translation>{update} 次更新后的{metric}，{unit}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>{place}: {value}</source>
        <translation>{place}：{value}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/heat.py"/>
        <source>{title}, {metric} over {axes}.</source>
        <translation>{title}，{metric}随{axes}变化。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/numbered.py"/>
        <source>difference</source>
        <translation>差</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/numbered.py"/>
        <location filename="../../explorer/plots/population/runs.py"/>
        <location filename="../../explorer/plots/population/words.py"/>
        <location filename="../../explorer/plots/timeline.py"/>
        <location filename="../../explorer/training/metrics/loss.py"/>
        <location filename="../../explorer/training/spec/choices.py"/>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/numbered.py"/>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/numbered.py"/>
        <source>runs diverged</source>
        <translation>发散的运行</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/numbered.py"/>
        <source>{metric} after update {update}</source>
        <translation>更新 {update} 之后的{metric}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/numbered.py"/>
        <source>{middle} ({low} to {high})</source>
        <translation>{middle}（{low} 到 {high}）</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/one_run.py"/>
        <location filename="../../explorer/plots/population/runs.py"/>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/one_run.py"/>
        <source>the chosen run is drawn when the training has come to its end</source>
        <translation>训练结束后才画出所选的运行</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/one_run.py"/>
        <source>the chosen run is of another cell</source>
        <translation>所选的运行属于另一格</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/one_run.py"/>
        <source>the thin line is {run}</source>
        <translation>细线是 {run}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/reading.py"/>
        <source>No numbers yet. The first come after the first updates.</source>
        <translation>还没有数据。最初几次更新之后才有。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/reading.py"/>
        <source>Nothing beside yet. Open a second result to compare.</source>
        <translation>旁边还没有结果。打开第二个结果来比较。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/reading.py"/>
        <source>Nothing was recorded. Press Run to start again.</source>
        <translation>没有记录任何数据。按“运行”重新开始。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/reading.py"/>
        <source>Running. The first numbers come after the first updates.</source>
        <translation>正在运行。最初几次更新之后才有数据。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>At the start: {metric}</source>
        <translation>开始时：{metric}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>End or a double click: to the newest update, and along with it</source>
        <translation>End 键或双击：转到最新的更新，并随之前进</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>Left out: {loss}, {reason}.</source>
        <translation>略去：{loss}，{reason}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>Losses: {names}</source>
        <translation>损失：{names}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <location filename="../../explorer/training/experiment.py"/>
        <location filename="../../explorer/ui/help_pages.py"/>
        <location filename="../../explorer/ui/window.py"/>
        <source>Population</source>
        <translation>群体</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>Running.</source>
        <translation>正在运行。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>Update {update} of {whole}</source>
        <translation>更新 {update} / {whole}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>Update {update}; these numbers are of update {own}, the end</source>
        <translation>更新 {update}；这些数来自更新 {own}，即终点</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>Update {update}; these numbers are of update {own}, the last record before</source>
        <translation>更新 {update}；这些数来自更新 {own}，即之前最后一次记录</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>median, middle half and range of {count} seeds</source>
        <translation>{count} 个种子的中位数、中间一半和范围</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>one seed</source>
        <translation>一个种子</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>update {update}</source>
        <translation>更新 {update}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>without {count} losses</source>
        <translation>不含 {count} 个损失</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>without {loss}</source>
        <translation>不含 {loss}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>{count} diverged</source>
        <translation>{count} 次发散</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>{count} hidden, from the menu … of this card</source>
        <translation>隐藏了 {count} 条，见本卡片的菜单 …</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>{loss} diverged</source>
        <translation>{loss} 发散</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>{loss}: {count} runs diverged.</source>
        <translation>{loss}：{count} 次运行发散。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>{lost} of {runs} diverged</source>
        <translation>{runs} 次中 {lost} 次发散</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>{metric} after update {update}, medians: {medians}.</source>
        <translation>更新 {update} 之后的{metric}，中位数：{medians}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>{one}, beside {other}</source>
        <translation>{one}，旁边是 {other}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>{own} (the other: {theirs})</source>
        <translation>{own}（另一个：{theirs}）</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/ribbons.py"/>
        <source>{place}; another is in the menu … of this card</source>
        <translation>{place}；其他取值见本卡片的菜单 …</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs.py"/>
        <source>A weight was no finite number after this update: the run ends here, the others go on</source>
        <translation>这次更新之后有权重不是有限的数：该运行到此结束，其余继续</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs.py"/>
        <source>No runs.</source>
        <translation>没有运行。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs.py"/>
        <source>Ranks: of all runs that are listed, 1 is the best by the metric with the arrow. Those in sight are the first three, the chosen one with its neighbours, the best of each loss and the last; the wheel goes through all. A dotted line stands for ranks left out.</source>
        <translation>名次：在列出的全部运行中，按带箭头的指标，1 为最好。可见的是前三名、所选运行及其相邻者、每个损失的最好者和最后一名；滚轮可浏览全部。虚线表示略去的名次。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs.py"/>
        <source>Runs of one seed have the same data and the same start, whatever their loss</source>
        <translation>同一种子的运行不论用哪个损失，数据和起点都相同</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs.py"/>
        <source>What the run was trained with</source>
        <translation>运行训练时所用的损失</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs.py"/>
        <source>Where the listed runs differ beside loss and seed</source>
        <translation>除损失和种子外，列出的运行之间的差别</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs.py"/>
        <location filename="../../explorer/plots/timeline.py"/>
        <source>diverged</source>
        <translation>发散</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs.py"/>
        <source>diverged at {update}</source>
        <translation>在 {update} 发散</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs.py"/>
        <source>rank {rank}: {loss}</source>
        <translation>第 {rank} 名：{loss}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs.py"/>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs.py"/>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs.py"/>
        <source>{count} runs by {metric}.</source>
        <translation>{count} 次运行，按{metric}排序。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs.py"/>
        <source>{metric}: the list goes by it, the largest first</source>
        <translation>{metric}：列表按它排序，大的在前</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs.py"/>
        <source>{metric}: the list goes by it, the smallest first</source>
        <translation>{metric}：列表按它排序，小的在前</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs_view.py"/>
        <source>Best first</source>
        <translation>好的在前</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs_view.py"/>
        <source>Of every cell</source>
        <translation>所有格的</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs_view.py"/>
        <source>Of the curves shown</source>
        <translation>所示曲线的</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs_view.py"/>
        <source>The runs of earlier updates are known when the training has come to its end.</source>
        <translation>训练结束后才能看到较早更新时的各次运行。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs_view.py"/>
        <source>Worst first</source>
        <translation>差的在前</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs_view.py"/>
        <source>{count} in all, rank {ranks}</source>
        <translation>共 {count} 次，第 {ranks} 名</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/runs_view.py"/>
        <source>{count} in all, ranks {ranks}</source>
        <translation>共 {count} 次，第 {ranks} 名</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/shades.py"/>
        <source>{count} div.</source>
        <translation>{count} 发散</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/updates.py"/>
        <source>Densely at first (log)</source>
        <translation>开始较密（对数）</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/updates.py"/>
        <source>Evenly</source>
        <translation>均匀</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/updates.py"/>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/updates.py"/>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/updates.py"/>
        <source>update, log</source>
        <translation>更新，对数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <location filename="../../explorer/study/sources/opening.py"/>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>Do the logits stop growing?</source>
        <translation>logit 会停止增长吗？</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>Do the probabilities hold? {reading}</source>
        <translation>概率可信吗？{reading}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>Do the weights stop growing?</source>
        <translation>权重会停止增长吗？</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>Does it get every label right?</source>
        <translation>每个标签都预测对了吗？</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>Does it predict the labels?</source>
        <translation>它预测出标签了吗？</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>Does it predict the rare labels too?</source>
        <translation>稀少的标签也预测出来了吗？</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>Does it rank rare labels first too?</source>
        <translation>稀少的标签也排在前面吗？</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>Does it rank the labels first?</source>
        <translation>它把标签排在前面吗？</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>How far does the loss fall?</source>
        <translation>损失下降多少？</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>How high does the largest logit get?</source>
        <translation>最大 logit 有多高？</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>How much are labelled classes pushed up?</source>
        <translation>已标注类别被推高多少？</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>How much are the others pulled down?</source>
        <translation>其他类别被拉低多少？</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>How sure does it become?</source>
        <translation>它变得多确信？</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>How undecided is it?</source>
        <translation>它有多犹豫？</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>Who gets the gradient?</source>
        <translation>梯度归谁？</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>above it a class is predicted</source>
        <translation>高于它即预测该类别</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>best macro F1</source>
        <translation>最佳宏 F1</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>best micro F1</source>
        <translation>最佳微 F1</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>calibration error of {reading}</source>
        <translation>{reading} 的校准误差</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>error of {reading}</source>
        <translation>{reading} 的误差</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>grad. share</source>
        <translation>梯度占比</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>labelled and unlabelled balanced</source>
        <translation>已标注与未标注平衡</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>largest p</source>
        <translation>最大 p</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>logit norm</source>
        <translation>logit 范数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>pulled down</source>
        <translation>拉低</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>pushed up</source>
        <translation>推高</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>weight norm</source>
        <translation>权重范数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>{metric}, {unit}</source>
        <translation>{metric}，{unit}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/population/words.py"/>
        <source>{symbol} of {owner}</source>
        <translation>{owner} 的 {symbol}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/ranking.py"/>
        <location filename="../../explorer/ui/panels/list_tools.py"/>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/ranking.py"/>
        <location filename="../../explorer/ui/panels/list_tools.py"/>
        <source>Labelled only</source>
        <translation>仅已标注</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/ranking.py"/>
        <source>Top 50 by gradient</source>
        <translation>梯度前 50</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/ranking.py"/>
        <source>index</source>
        <translation>序号</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/ranking.py"/>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/ranking.py"/>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/reductions.py"/>
        <source>none, per class</source>
        <translation>无（每个类别）</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/reductions.py"/>
        <source>see View › All samples for the table</source>
        <translation>全表见“视图 › 全部样本”</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/reductions.py"/>
        <source>table, {samples}</source>
        <translation>全表，{samples}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/reductions.py"/>
        <source>this sample</source>
        <translation>本样本</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/reductions.py"/>
        <source>{loss}: {values}</source>
        <translation>{loss}：{values}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/reductions.py"/>
        <source>{meaning}: {users}</source>
        <translation>{meaning}：{users}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/reductions.py"/>
        <source>{reduction}, sample</source>
        <translation>{reduction}（本样本）</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/reductions.py"/>
        <source>{reduction}, table</source>
        <translation>{reduction}（全表）</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/reductions.py"/>
        <source>{reduction}, this sample</source>
        <translation>{reduction}（本样本）</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/reels.py"/>
        <source>there is no {what} to move in {study}</source>
        <translation>{study} 中没有可移动的 {what}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/reels.py"/>
        <source>{slider}: {value}</source>
        <translation>{slider}：{value}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/rows.py"/>
        <source>{count} of {all} losses</source>
        <translation>{all} 个损失中的 {count} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Drag logit of {name}</source>
        <translation>拖动 {name} 的 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Drag {count} logits</source>
        <translation>拖动 {count} 个 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Flip label of {name}</source>
        <translation>翻转 {name} 的标签</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Flip {count} labels</source>
        <translation>翻转 {count} 个标签</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Negate logit of {name}</source>
        <translation>{name} 的 logit 变号</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Negate {count} logits</source>
        <translation>{count} 个 logit 变号</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Nudge logit of {name}</source>
        <translation>微调 {name} 的 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Nudge {count} logits</source>
        <translation>微调 {count} 个 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Scale logit of {name} by {factor}</source>
        <translation>将 {name} 的 logit 乘以 {factor}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Scale {count} logits by {factor}</source>
        <translation>将 {count} 个 logit 乘以 {factor}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Select no class</source>
        <translation>不选类别</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Select {classes}</source>
        <translation>选择 {classes}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Set {count} logits to {value}</source>
        <translation>将 {count} 个 logit 设为 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Set {name} to {value}</source>
        <translation>将 {name} 设为 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Shift logit of {name} by {amount}</source>
        <translation>将 {name} 的 logit 平移 {amount}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/selection.py"/>
        <source>Shift {count} logits by {amount}</source>
        <translation>将 {count} 个 logit 平移 {amount}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sharpening.py"/>
        <source>At {alpha}: {sum}; highest: {classes}.</source>
        <translation>{alpha} 时：{sum}；最高：{classes}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sharpening.py"/>
        <source>Losses at {alpha}: {losses}.</source>
        <translation>{alpha} 时的损失：{losses}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sharpening.py"/>
        <source>alpha, {value}</source>
        <translation>α，{value}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sharpening.py"/>
        <source>entropy {entropy} nat, {count} effective</source>
        <translation>熵 {entropy} nat，有效 {count}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sharpening.py"/>
        <source>entropy {entropy} nat, {count} effective classes</source>
        <translation>熵 {entropy} nat，有效类别 {count}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sharpening.py"/>
        <source>losses of the sharpened logits</source>
        <translation>锐化后 logit 的损失</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sharpening.py"/>
        <source>probabilities add up to {sum}</source>
        <translation>概率之和 {sum}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sharpening.py"/>
        <source>{count} others</source>
        <translation>其余 {count} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sharpening.py"/>
        <source>α, log</source>
        <translation>α，对数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sharpening.py"/>
        <source>↑ loss at α s, nat</source>
        <translation>↑ α s 处的损失，nat</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sharpening.py"/>
        <source>↑ softmax(α s), log</source>
        <translation>↑ softmax(α s)，对数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/shown.py"/>
        <source> Left out, refusing these targets: {losses}.</source>
        <translation>不适用于这些目标，略去：{losses}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/shown.py"/>
        <source>No loss is on. Switch one on in its card.</source>
        <translation>没有打开的损失。在损失卡片中打开一个。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/shown.py"/>
        <source>{loss} {refusal}.</source>
        <translation>{loss}：{refusal}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/slice.py"/>
        <source>Loss along the logit of {name}, now {at}: {losses}.</source>
        <translation>沿 {name} 的 logit 的损失，现为 {at}：{losses}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/slice.py"/>
        <source>loss as s({name}) moves</source>
        <translation>移动 s({name}) 时的损失</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/slice.py"/>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>↑ loss, nat</source>
        <translation>↑ 损失，nat</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/story_files.py"/>
        <source>{file}: no figure {names}; the card stays empty, and is kept in the file.</source>
        <translation>{file}：没有名为 {names} 的图；该卡片留空，但保留在文件中。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>, best at {scale}</source>
        <translation>，最低在 {scale}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>All logits times {factor}</source>
        <translation>全部 logit 乘以 {factor}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>At this sample</source>
        <translation>在本样本</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>Loss against the scale of all logits: {losses}.</source>
        <translation>损失随全部 logit 缩放的变化：{losses}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>Loss against ε: {losses}.</source>
        <translation>损失随 ε 的变化：{losses}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>Lowest possible</source>
        <translation>可达最小值</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>No loss shown here has an ε. Add one that smooths, such as BCE smoothed.</source>
        <translation>这里的损失都没有 ε。可添加带平滑的损失，例如平滑 BCE。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>Scale of the logits</source>
        <translation>logit 的缩放</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>Set ε of {losses} to {epsilon}</source>
        <translation>将 {losses} 的 ε 设为 {epsilon}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>Smoothing ε</source>
        <translation>平滑 ε</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>epsilon {epsilon} of {losses}</source>
        <translation>ε {epsilon}，{losses}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>loss as all logits grow; ring: lowest</source>
        <translation>全部 logit 放大时的损失；圆环：最低处</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>loss as ε grows</source>
        <translation>ε 增大时的损失</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>lowest value as ε grows</source>
        <translation>ε 增大时的最小值</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>scale 1/τ, log</source>
        <translation>缩放 1/τ，对数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>scale {scale}</source>
        <translation>缩放 {scale}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>{loss} {value} at ε {epsilon}</source>
        <translation>{loss} {value}（ε {epsilon}）</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/sweeps.py"/>
        <source>ε {epsilon} of {losses}</source>
        <translation>ε {epsilon}，{losses}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>+ labelled, − others; in a step of length 1</source>
        <translation>+ 已标注，− 其余；步长为 1</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>A logit or a target here is no number.</source>
        <translation>这里有 logit 或目标不是数。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>Both halves are at rest here: no gradient, no direction.</source>
        <translation>这里两半都静止：没有梯度，也没有方向。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>L₊ falls by</source>
        <translation>L₊ 降幅</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>L₊ labelled</source>
        <translation>L₊ 已标注</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>L₋ falls by</source>
        <translation>L₋ 降幅</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>L₋ others</source>
        <translation>L₋ 其余</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>The halves of {loss}: {cosine}.</source>
        <translation>{loss} 的两半：{cosine}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>The halves of {loss}: {cosine}; hard labels share no logit.</source>
        <translation>{loss} 的两半：{cosine}；硬标签不共用 logit。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>Trained</source>
        <translation>训练对象</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>along g₊</source>
        <translation>沿 g₊</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>cosine {cosine}</source>
        <translation>余弦 {cosine}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>each half falls by</source>
        <translation>每一半的降幅</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>every logit</source>
        <translation>每个 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>half falls by</source>
        <translation>每一半的降幅</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>halves of {loss}</source>
        <translation>{loss} 的两半</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>halves of {loss}; hard labels share no logit</source>
        <translation>{loss} 的两半；硬标签不共用 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>one is at rest</source>
        <translation>有一半静止</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>one scale and one shift of all</source>
        <translation>整体的一个缩放和一个平移</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>the step, of length 1</source>
        <translation>步长为 1 的一步</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>{weighting}: the labelled half falls by {first}, the other by {second}.</source>
        <translation>{weighting}：已标注的一半下降 {first}，另一半下降 {second}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/tasks.py"/>
        <source>↑ across g₊</source>
        <translation>↑ 垂直于 g₊</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/thresholds.py"/>
        <source>Classes with s &gt; {threshold} are predicted: F1 {f1}</source>
        <translation>预测 s &gt; {threshold} 的类别：F1 {f1}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/thresholds.py"/>
        <source>F1 at threshold {threshold} is {f1}; best is {best} at {place}. {rules}.</source>
        <translation>阈值 {threshold} 时 F1 为 {f1}；最好为 {best}，在 {place}。{rules}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/thresholds.py"/>
        <source>F1 of this sample</source>
        <translation>本样本的 F1</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/thresholds.py"/>
        <source>F1 {f1} for s &gt; {threshold}</source>
        <translation>s &gt; {threshold} 时 F1 {f1}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/thresholds.py"/>
        <source>Move the threshold</source>
        <translation>移动阈值</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/thresholds.py"/>
        <source>micro-F1 of the table</source>
        <translation>全表的 micro-F1</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/thresholds.py"/>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/thresholds.py"/>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/thresholds.py"/>
        <source>table, micro ╌╌</source>
        <translation>全表，micro ╌╌</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/thresholds.py"/>
        <source>threshold on s</source>
        <translation>s 的阈值</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/thresholds.py"/>
        <source>threshold {threshold}, F1 {f1}</source>
        <translation>阈值 {threshold}，F1 {f1}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/timeline.py"/>
        <source>Go to step {step}</source>
        <translation>前往第 {step} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/timeline.py"/>
        <source>Step {step} of {all}. {losses}.</source>
        <translation>第 {step} 步，共 {all} 步。{losses}。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/timeline.py"/>
        <source>The lowest value that the loss can have with these targets, whatever the logits</source>
        <translation>对这些目标，无论 logit 如何，损失所能达到的最小值</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/timeline.py"/>
        <source>diverged at step {step}</source>
        <translation>在第 {step} 步发散</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/timeline.py"/>
        <source>floor</source>
        <translation>下限</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/timeline.py"/>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/timeline.py"/>
        <location filename="../../explorer/training/schedules.py"/>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/timeline.py"/>
        <location filename="../../explorer/ui/story_names.py"/>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/timeline.py"/>
        <source>step {step} of {all}</source>
        <translation>第 {step} 步 / {all}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/timeline.py"/>
        <source>{first}–{last} of {all}</source>
        <translation>{first}–{last} / {all}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/timeline.py"/>
        <source>{loss} {value}, floor {floor}</source>
        <translation>{loss} {value}，下限 {floor}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/timeline.py"/>
        <source>{loss}, {stopped}</source>
        <translation>{loss}，{stopped}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/traces.py"/>
        <source>{loss}, step {step}</source>
        <translation>{loss}，第 {step} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/unknown.py"/>
        <source>This program has no figure {key}.</source>
        <translation>本程序没有名为 {key} 的图。</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/values.py"/>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/values.py"/>
        <source>{loss} {value}, lowest possible {lowest}</source>
        <translation>{loss} {value}，可达最小值 {lowest}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/values.py"/>
        <source>{values}, pinned {pinned}</source>
        <translation>{values}，钉住时 {pinned}</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/values.py"/>
        <source>│ lowest possible</source>
        <translation>│ 可达最小值</translation>
    </message>
    <message>
        <location filename="../../explorer/plots/values.py"/>
        <source>│ lowest possible   ○ pinned</source>
        <translation>│ 可达最小值   ○ 钉住</translation>
    </message>
    <message>
        <location filename="../../explorer/study/beside.py"/>
        <source>{file}: it cannot be read again; what was in {target} is unchanged</source>
        <translation>{file}：无法再次读取；{target} 的内容未变</translation>
    </message>
    <message>
        <location filename="../../explorer/study/beside.py"/>
        <source>{file}: the data cannot be saved with it: {trouble}</source>
        <translation>{file}：数据无法与它一同保存：{trouble}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/columns.py"/>
        <source>all {count} classes would go; allowed are 1 and more classes</source>
        <translation>全部 {count} 个类别都会被删去；允许：1 个以上类别</translation>
    </message>
    <message>
        <location filename="../../explorer/study/columns.py"/>
        <source>class name {name} is taken; allowed are names that differ</source>
        <translation>类别名 {name} 已被使用；允许：互不相同的名称</translation>
    </message>
    <message>
        <location filename="../../explorer/study/columns.py"/>
        <source>class {name} is the last one; allowed are 1 and more classes</source>
        <translation>{name} 是最后一个类别；允许：1 个以上类别</translation>
    </message>
    <message>
        <location filename="../../explorer/study/columns.py"/>
        <source>class {place} is not in the table; allowed are 0 to {last}</source>
        <translation>类别 {place} 不在表格中；允许：0 到 {last}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/compact.py"/>
        <source>a count above {most}</source>
        <translation>计数大于 {most}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/compact.py"/>
        <source>{count} numbers of kind {kind} in {size} bytes</source>
        <translation>{size} 字节中有 {count} 个类型为 {kind} 的数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/compact.py"/>
        <source>{size} bytes more are said to follow, {left} do</source>
        <translation>标明还有 {size} 字节，实际只有 {left}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>a number that a float64 cannot hold</source>
        <translation>float64 存不下的数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>allowed are numbers, each with a name of its own</source>
        <translation>允许：各有名称的数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>allowed are two classes</source>
        <translation>允许：两个类别</translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>allowed is an object</source>
        <translation>允许：一个对象</translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>empty; allowed is a text</source>
        <translation>空；允许：文字</translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>missing; allowed is a number</source>
        <translation>缺失；允许：一个数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>no class {name}; there are {names}</source>
        <translation>没有类别 {name}；可用的有 {names}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>unknown; allowed are {names}</source>
        <translation>未知；允许：{names}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>{count} numbers; allowed are {allowed}</source>
        <translation>{count} 个数；允许：{allowed} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>{value}; allowed are 0 to {last}</source>
        <translation>{value}；允许：0 到 {last}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>{value}; allowed are finite numbers from 0</source>
        <translation>{value}；允许：不小于 0 的有限数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>{value}; allowed is a list of numbers</source>
        <translation>{value}；允许：一列数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>{value}; allowed is a number, or one of {names}</source>
        <translation>{value}；允许：一个数，或 {names} 之一</translation>
    </message>
    <message>
        <location filename="../../explorer/study/described.py"/>
        <source>{value}; allowed is {kind}</source>
        <translation>{value}；允许：{kind}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <location filename="../../explorer/study/stories/reading.py"/>
        <source>Not known here and not shown, but kept in the file: {names}.</source>
        <translation>本程序没有，因此不显示，但保留在文件中：{names}。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <source>a list of two classes</source>
        <translation>两个类别的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <source>a whole number</source>
        <translation>一个整数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <source>an object with the table</source>
        <translation>含有表格的对象</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <location filename="../../explorer/study/node.py"/>
        <location filename="../../explorer/study/references.py"/>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <source>the key of a loss</source>
        <translation>一个损失的键</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <source>{file} is of format {version}, newer than {format}: opened read-only; what is unknown is not shown.</source>
        <translation>{file} 的格式是 {version}，比 {format} 新：以只读方式打开，无法识别的内容不显示。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <source>{problem}: the default is used.</source>
        <translation>{problem}：使用默认值。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document.py"/>
        <source>{problem}; this story is not shown, but kept in the file.</source>
        <translation>{problem}；这个故事不显示，但保留在文件中。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <location filename="../../explorer/study/node.py"/>
        <location filename="../../explorer/training/spec/settings.py"/>
        <source>a list of numbers</source>
        <translation>数的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>a list of rows of numbers</source>
        <translation>若干行数的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <location filename="../../explorer/study/node.py"/>
        <source>a list of texts</source>
        <translation>文字的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <location filename="../../explorer/study/references.py"/>
        <source>a list of whole numbers</source>
        <translation>整数的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>a list of {count} numbers, as logits, not {given}</source>
        <translation>{count} 个数的列表，与 logit 相同，而不是 {given} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>a list of {count} numbers, one a class</source>
        <translation>{count} 个数的列表，每个类别一个</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>a list of {low} numbers</source>
        <translation>{low} 个数的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>a list of {low} to {high} numbers</source>
        <translation>{low} 到 {high} 个数的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <location filename="../../explorer/study/node.py"/>
        <source>a whole number from {low}</source>
        <translation>不小于 {low} 的整数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>allowed are rows from 0 to {last}</source>
        <translation>允许：0 到 {last} 行</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>an object with the numbers</source>
        <translation>含有数的对象</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>{allowed}, not {count}</source>
        <translation>{allowed}，而不是 {count} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>{count} names, one a sample</source>
        <translation>{count} 个名称，每个样本一个</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>{file}: &quot;table.edits&quot; has the key {key}; {allowed}</source>
        <translation>{file}：“table.edits”有键 {key}；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>{file}: &quot;{place}&quot; has {names} names, {slots} different slots, {logits} logits and {targets} targets; allowed is the same count of each</source>
        <translation>{file}：“{place}”有 {names} 个名称、{slots} 个不同的位置、{logits} 个 logit 和 {targets} 个目标；允许：各项个数相同</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>{file}: &quot;{place}&quot;: {problem}</source>
        <translation>{file}：“{place}”：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>{file}: &quot;{place}.names&quot;: {problem}</source>
        <translation>{file}：“{place}.names”：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/document_table.py"/>
        <source>{wanted}, samples and classes</source>
        <translation>{wanted}，即样本数和类别数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/embedding.py"/>
        <source>the picture is a PDF whose trailer does not say where its catalog and its objects are</source>
        <translation>图片是 PDF，但它的结尾没有说明目录和对象的位置</translation>
    </message>
    <message>
        <location filename="../../explorer/study/embedding.py"/>
        <source>the picture is a PDF without a catalog that can be read</source>
        <translation>图片是 PDF，但没有可读的目录</translation>
    </message>
    <message>
        <location filename="../../explorer/study/embedding.py"/>
        <source>the picture is no PDF with a table of its objects as this program writes it</source>
        <translation>图片不是带有对象表的 PDF，而本程序写出的 PDF 都带有</translation>
    </message>
    <message>
        <location filename="../../explorer/study/embedding.py"/>
        <source>the picture is no SVG with a content</source>
        <translation>图片不是有内容的 SVG</translation>
    </message>
    <message>
        <location filename="../../explorer/study/embedding.py"/>
        <source>the picture is no whole PNG</source>
        <translation>图片不是完整的 PNG</translation>
    </message>
    <message>
        <location filename="../../explorer/study/embedding.py"/>
        <source>the state has {size} bytes; allowed in a picture are {most}</source>
        <translation>状态有 {size} 字节；图片中允许：{most} 字节</translation>
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
        <location filename="../../explorer/study/examples.py"/>
        <source>worked example</source>
        <translation>算例</translation>
    </message>
    <message>
        <location filename="../../explorer/study/generated.py"/>
        <source>generated, seed {seed}</source>
        <translation>生成，种子 {seed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>1 empty cell is read as NaN, in line {line}.</source>
        <translation>第 {line} 行有 1 个空单元格，读作 NaN。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>1 row of empty cells is left out, line {line}.</source>
        <translation>略去了 1 个空行，即第 {line} 行。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>Line 1 (&apos;0&apos;, &apos;1&apos;) was read as numbers; a header needs names.</source>
        <translation>第 1 行（&apos;0&apos;, &apos;1&apos;）读作数；表头须是名称。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>Line {line} (&apos;0&apos; to &apos;{last}&apos;) was read as a header.</source>
        <translation>第 {line} 行（&apos;0&apos; 到 &apos;{last}&apos;）读作表头。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>No targets for class {name}: all are 0.</source>
        <translation>类别 {name} 没有目标：全部为 0。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>column {number} {value} is too many</source>
        <translation>第 {number} 列 {value} 是多余的</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>line {line}</source>
        <translation>第 {line} 行</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>line {line}, {column}</source>
        <translation>第 {line} 行，{column}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <location filename="../../explorer/study/importers/targets_file.py"/>
        <source>the table</source>
        <translation>表格</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{column} is missing</source>
        <translation>缺少{column}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{count} empty cells are read as NaN, the first in line {line}.</source>
        <translation>{count} 个空单元格读作 NaN，第一个在第 {line} 行。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{count} rows of empty cells are left out, the first is line {line}.</source>
        <translation>略去了 {count} 个空行，第一个是第 {line} 行。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{file}: hardly a number in its first {count} letters; allowed is a table of numbers</source>
        <translation>{file}：前 {count} 个字符里几乎没有数字；应为数字表格</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{file}: line {line}, {column}: {problem}</source>
        <translation>{file}：第 {line} 行，{column}：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{file}: line {line}, {column}: {value} has {given} fields; allowed are {wanted}, as in line {first}</source>
        <translation>{file}：第 {line} 行，{column}：{value} 有 {given} 个字段；允许：{wanted} 个，与第 {first} 行相同</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{file}: no rows after the header in line {line}; allowed is 1 or more</source>
        <translation>{file}：第 {line} 行的表头之后没有行；允许：1 行以上</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{file}: no rows; allowed is 1 or more</source>
        <translation>{file}：没有行；允许：1 行以上</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/delimited.py"/>
        <source>{value} is not a number; {allowed}</source>
        <translation>{value} 不是数；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <location filename="../../explorer/study/sources/opening.py"/>
        <source>No targets in this file: all are 0.</source>
        <translation>这个文件中没有目标：全部为 0。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>Two tables: read as logits, then targets.</source>
        <translation>有两个表格：依次读作 logit 和目标。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>allowed are numbers, nan, inf and -inf</source>
        <translation>允许：数、nan、inf 和 -inf</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{file}: it has targets of its own; allowed are logits alone beside {other}</source>
        <translation>{file}：它自己已有目标；与 {other} 一同打开时只允许 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{file}: no logits; allowed are columns named logit:NAME, or give targets apart</source>
        <translation>{file}：没有 logit；允许：名为 logit:NAME 的列，或另外给出目标</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{file}: no targets; allowed are columns named target:NAME, or a plain table</source>
        <translation>{file}：没有目标；允许：名为 target:NAME 的列，或一张纯数表格</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{file}: target column {name} has no logits in {other}; allowed are {names}</source>
        <translation>{file}：目标列 {name} 在 {other} 中没有 logit；允许：{names}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{file}: {count} classes; allowed are {wanted}, as in {other}</source>
        <translation>{file}：{count} 个类别；允许：{wanted} 个，与 {other} 相同</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{file}: {count} samples; allowed are {wanted}, as in {other}</source>
        <translation>{file}：{count} 个样本；允许：{wanted} 个，与 {other} 相同</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{file}: {place}, column &apos;sample&apos;: {name} is not the sample of that row in {other}; allowed is {allowed}</source>
        <translation>{file}：{place}，&apos;sample&apos; 列：{name} 不是 {other} 中该行的样本；允许：{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <location filename="../../explorer/study/sources/npy.py"/>
        <location filename="../../explorer/study/sources/opening.py"/>
        <source>{file}: {problem}</source>
        <translation>{file}：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{file}: {what} are {size}; allowed are {allowed}, as &quot;logits&quot;</source>
        <translation>{file}：{what}有 {size}；允许：{allowed}，与 &quot;logits&quot; 相同</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/grid.py"/>
        <source>{rows} rows of {width}</source>
        <translation>{rows} 行，每行 {width} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>column {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>column {number} {title}</source>
        <translation>第 {number} 列 {title}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>{file}: line {line}, {column} beside columns target:NAME; allowed is one of the two</source>
        <translation>{file}：第 {line} 行，{column}与 target:NAME 列并存；允许：二者之一</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>{file}: line {line}, {column} has an empty title; allowed are sample, logit:NAME, target:NAME and labels</source>
        <translation>{file}：第 {line} 行，{column}的标题是空的；允许：sample、logit:NAME、target:NAME 和 labels</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>{file}: line {line}, {column} has no column {name}; allowed are targets of classes that have logits</source>
        <translation>{file}：第 {line} 行，{column}没有对应的列 {name}；允许：有 logit 的类别的目标</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>{file}: line {line}, {column} is not known; allowed are sample, logit:NAME, target:NAME and labels</source>
        <translation>{file}：第 {line} 行，{column}无法识别；允许：sample、logit:NAME、target:NAME 和 labels</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>{file}: line {line}, {column} is there twice; allowed is one</source>
        <translation>{file}：第 {line} 行，{column}出现了两次；允许：一次</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/header.py"/>
        <source>{file}: line {line}: only &apos;sample&apos;; allowed are columns of numbers beside it</source>
        <translation>{file}：第 {line} 行：只有 &apos;sample&apos;；允许：旁边有数的列</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>Targets read as class indices, counted from 0.</source>
        <translation>目标读作类别序号，从 0 数起。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>Targets read as label names.</source>
        <translation>目标读作标签名称。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>{count} numbers; allowed are {wanted}, one a class</source>
        <translation>{count} 个数；允许：{wanted} 个，每个类别一个</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>{count} rows of {width}</source>
        <translation>{count} 行，每行 {width} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>{file}: {value} cannot be read; allowed is a list of labels</source>
        <translation>{file}：{value} 无法读取；允许：标签的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>{name} is not a class; allowed are {names}</source>
        <translation>{name} 不是类别；允许：{names}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>{value} is not a class index; allowed are 0 to {last}</source>
        <translation>{value} 不是类别序号；允许：0 到 {last}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/labels.py"/>
        <source>{value} is there twice; allowed is each class index once</source>
        <translation>{value} 出现了两次；允许：每个类别序号一次</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>allowed are numbers, texts, lists, tensor(...) and array(...)</source>
        <translation>允许：数、文字、列表、tensor(...) 和 array(...)</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>cannot be read; {allowed}</source>
        <translation>无法读取；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>closes nothing that is open; allowed are brackets in pairs</source>
        <translation>没有对应的左括号；允许：成对的括号</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>follows without a comma; allowed is one between two values</source>
        <translation>前面缺少逗号；允许：两个值之间一个</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>has no numbers in it; {allowed}, not sparse</source>
        <translation>其中没有数；{allowed}，不能是稀疏的</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>is a text without an end</source>
        <translation>是没有结尾的文字</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>is not closed; allowed are brackets in pairs</source>
        <translation>没有闭合；允许：成对的括号</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>is not expected here; allowed is one between two values</source>
        <translation>不该出现在这里；允许：两个值之间一个</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>is where a &apos;:&apos; and a value should be; allowed is {&apos;logits&apos;: [...]}</source>
        <translation>这里应是 &apos;:&apos; 和一个值；允许：{&apos;logits&apos;: [...]}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>is where the value of {name} should be; {allowed}</source>
        <translation>这里应是 {name} 的值；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>opens lists in lists without end; allowed are {most} levels</source>
        <translation>列表嵌套过深；允许：{most} 层</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>stands for numbers left out; allowed is a print in full: numpy.set_printoptions(threshold=sys.maxsize), torch.set_printoptions(profile=&apos;full&apos;)</source>
        <translation>表示省略了数；允许：完整打印：numpy.set_printoptions(threshold=sys.maxsize)、torch.set_printoptions(profile=&apos;full&apos;)</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <location filename="../../explorer/study/json_text.py"/>
        <source>the end</source>
        <translation>结尾</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>{file}: line {line}, column {column}: {found}{problem}</source>
        <translation>{file}：第 {line} 行，第 {column} 列：{found}{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal.py"/>
        <source>{name} has no value after it; {allowed}</source>
        <translation>{name} 之后没有值；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>&quot;{key}&quot;, place {place}</source>
        <translation>“{key}”第 {place} 项</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>Not read: {names}.</source>
        <translation>没有读取：{names}。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>Read {first} as logits and {second} as targets.</source>
        <translation>{first} 读作 logit，{second} 读作目标。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>allowed are numbers and label names</source>
        <translation>允许：数和标签名称</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>allowed are two: logits, then targets</source>
        <translation>允许：两个，依次是 logit 和目标</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>allowed are {&quot;logits&quot;: [[...]], &quot;targets&quot;: [[...]], &quot;classes&quot;: [...], &quot;samples&quot;: [...]}, a list of rows, or a list of {&quot;name&quot;, &quot;logits&quot;, &quot;targets&quot;}</source>
        <translation>允许：{&quot;logits&quot;: [[...]], &quot;targets&quot;: [[...]], &quot;classes&quot;: [...], &quot;samples&quot;: [...]}、若干行的列表，或 {&quot;name&quot;, &quot;logits&quot;, &quot;targets&quot;} 的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>allowed is a list of numbers</source>
        <translation>允许：数的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>allowed is a list of rows of numbers</source>
        <translation>允许：若干行数的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>allowed is a list of targets, class indices or label names</source>
        <translation>允许：目标、类别序号或标签名称的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>allowed is a list of texts</source>
        <translation>允许：文字的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>allowed is text</source>
        <translation>允许：文字</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>row {place} of {where}</source>
        <translation>{where}的第 {place} 行</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>row {row}, column {column} of {where}</source>
        <translation>{where}的第 {row} 行第 {column} 列</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>the file</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>the list</source>
        <translation>列表</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>the text</source>
        <translation>文字</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{count} numbers</source>
        <translation>{count} 个数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{count} tables</source>
        <translation>{count} 个表格</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: &quot;{name}&quot; has {count} names; allowed are {wanted}</source>
        <translation>{file}：“{name}”有 {count} 个名称；允许：{wanted} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: no key &quot;logits&quot;, the keys are {names}; {allowed}</source>
        <translation>{file}：没有键 &quot;logits&quot;，键有 {names}；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: row {row} of {where} has {given}; allowed are {wanted}, as in row 1</source>
        <translation>{file}：{where}的第 {row} 行有 {given}；允许：{wanted} 个，与第 1 行相同</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: row {row}: no key &quot;{name}&quot;; allowed is {allowed}</source>
        <translation>{file}：第 {row} 行：没有键“{name}”；允许：{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: this is a study file; it can be opened, not read as a table; {allowed}</source>
        <translation>{file}：这是研究文件；可以打开，但不能读作表格；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: {where} has no rows; allowed is 1 or more</source>
        <translation>{file}：{where}没有行；允许：1 行以上</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: {where} has no rows; allowed is 1 or more, with 1 or more numbers each</source>
        <translation>{file}：{where}没有行；允许：1 行以上，每行 1 个以上的数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: {where}: {value} cannot be read; {allowed}</source>
        <translation>{file}：{where}：{value} 无法读取；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/literal_table.py"/>
        <source>{file}: {where}: {value} is not a number; {allowed}</source>
        <translation>{file}：{where}：{value} 不是数；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/names.py"/>
        <source>{file}: {place}: {name} is also {other}; allowed are names that differ</source>
        <translation>{file}：{place}：{name} 已见于{other}；允许：互不相同的名称</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/names.py"/>
        <source>{file}: {place}: {name} is no name; allowed is text that is not empty</source>
        <translation>{file}：{place}：{name} 不是名称；允许：非空的文字</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/names.py"/>
        <source>{names} and {count} more</source>
        <translation>{names} 等，另有 {count} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/pairing.py"/>
        <source>{logits} and {targets} have the same shape. Open them as logits and targets?</source>
        <translation>{logits} 和 {targets} 的形状相同。作为 logit 和目标打开？</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/pairing.py"/>
        <source>{targets} has labels for the rows of {logits}. Open them as targets and logits?</source>
        <translation>{targets} 中有 {logits} 各行的标签。作为目标和 logit 打开？</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/reading.py"/>
        <source>an end</source>
        <translation>结尾</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/reading.py"/>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/reading.py"/>
        <source>the array</source>
        <translation>数组</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/reading.py"/>
        <location filename="../../explorer/study/pictures.py"/>
        <location filename="../../explorer/study/sources/again.py"/>
        <location filename="../../explorer/study/sources/opening.py"/>
        <location filename="../../explorer/study/sources/unpack.py"/>
        <location filename="../../explorer/study/storage.py"/>
        <source>{file}: it cannot be read: {problem}</source>
        <translation>{file}：无法读取：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/reading.py"/>
        <source>{file}: it is a device; allowed are files and pipes</source>
        <translation>{file}：这是一个设备；允许的是文件和管道</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/reading.py"/>
        <source>{file}: line {line}: a zero byte; allowed is text; {read}</source>
        <translation>{file}：第 {line} 行：有零字节；允许：文本；{read}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/reading.py"/>
        <source>{file}: line {line}: byte {byte} is not {wanted}; allowed is text in UTF-8</source>
        <translation>{file}：第 {line} 行：字节 {byte} 不是 {wanted}；允许：UTF-8 文本</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/reading.py"/>
        <source>{file}: this is a script of Python, not a table; allowed are numbers as text, arrays, or the code of a study</source>
        <translation>{file}：这是 Python 脚本，不是表格；可用的是文本形式的数、数组或研究的代码</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/records.py"/>
        <source>{file}: line {line}, column {column}: {value} {allowed}</source>
        <translation>{file}：第 {line} 行，第 {column} 列：{value} {allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/records.py"/>
        <source>{file}: line {line}: {start}: {problem}; allowed are fields, quoted as in CSV</source>
        <translation>{file}：第 {line} 行：{start}：{problem}；允许：按 CSV 方式加引号的字段</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a 7z archive</source>
        <translation>7z 压缩包</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a MATLAB file</source>
        <translation>MATLAB 文件</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a Parquet file</source>
        <translation>Parquet 文件</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a ZIP archive that is damaged</source>
        <translation>已损坏的 ZIP 压缩包</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a ZIP archive without arrays</source>
        <translation>不含数组的 ZIP 压缩包</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a Zstandard archive</source>
        <translation>Zstandard 压缩包</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a bzip2 archive</source>
        <translation>bzip2 压缩包</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a film</source>
        <translation>影片</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a gzip archive</source>
        <translation>gzip 压缩包</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a pickle, which could run code</source>
        <translation>pickle，可能会运行代码</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a safetensors file</source>
        <translation>safetensors 文件</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a torch file, which could run code</source>
        <translation>torch 文件，可能会运行代码</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>a web page, as talk packs are</source>
        <translation>网页，讲稿包就是网页</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>an Arrow file</source>
        <translation>Arrow 文件</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>an Excel file (XLSX)</source>
        <translation>Excel 文件（XLSX）</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>an HDF5 file</source>
        <translation>HDF5 文件</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>an OpenDocument file</source>
        <translation>OpenDocument 文件</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>an SQLite database</source>
        <translation>SQLite 数据库</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>an old Excel file (XLS)</source>
        <translation>旧版 Excel 文件（XLS）</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>an xz archive</source>
        <translation>xz 压缩包</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>get it again</source>
        <translation>重新获取</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>give the table of numbers</source>
        <translation>给出数的表格</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>it holds no study; open the study or story that it was made of</source>
        <translation>其中没有研究；应打开制作它的研究或故事</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>read are CSV, TSV, JSON, NPY and NPZ</source>
        <translation>可读取 CSV、TSV、JSON、NPY 和 NPZ</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>save it as CSV</source>
        <translation>另存为 CSV</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>save it as CSV, or its numbers with numpy.savez</source>
        <translation>另存为 CSV，或用 numpy.savez 保存其中的数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>save it with numpy.savez(file, logits=..., targets=...)</source>
        <translation>用 numpy.savez(file, logits=..., targets=...) 保存</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>unpack it first</source>
        <translation>先解压</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/signatures.py"/>
        <source>{file}: this is {what}; {read}: {way}</source>
        <translation>{file}：这是 {what}；{read}：{way}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/targets_file.py"/>
        <source>{file}: allowed beside so large a table is one NPY or NPZ array of {size} targets</source>
        <translation>{file}：与这么大的表格一同打开时，允许：一个 {size} 目标的 NPY 或 NPZ 数组</translation>
    </message>
    <message>
        <location filename="../../explorer/study/importers/targets_file.py"/>
        <source>{file}: it is compressed; allowed is an array saved with numpy.save or numpy.savez</source>
        <translation>{file}：它是压缩的；允许：用 numpy.save 或 numpy.savez 保存的数组</translation>
    </message>
    <message>
        <location filename="../../explorer/study/json_text.py"/>
        <source>line {line}, column {column}: {problem}</source>
        <translation>第 {line} 行，第 {column} 列：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/json_text.py"/>
        <source>{file}: line {line}, column {column}: {problem} at {near}; allowed is JSON</source>
        <translation>{file}：第 {line} 行，第 {column} 列：{near} 处 {problem}；允许：JSON</translation>
    </message>
    <message>
        <location filename="../../explorer/study/json_text.py"/>
        <source>{file}: {problem}; allowed is a study as this program writes it</source>
        <translation>{file}：{problem}；允许：本程序写出的研究</translation>
    </message>
    <message>
        <location filename="../../explorer/study/json_text.py"/>
        <source>{key} is there twice; allowed is each key once</source>
        <translation>{key} 出现了两次；允许：每个键只出现一次</translation>
    </message>
    <message>
        <location filename="../../explorer/study/lessons/reading.py"/>
        <source>allowed are one or more, each with a name of its own</source>
        <translation>允许：一个以上，各有名称</translation>
    </message>
    <message>
        <location filename="../../explorer/study/lessons/reading.py"/>
        <source>allowed are two to five sentences</source>
        <translation>允许：两到五句</translation>
    </message>
    <message>
        <location filename="../../explorer/study/lessons/reading.py"/>
        <location filename="../../explorer/ui/panels/doctor_row.py"/>
        <source>lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <location filename="../../explorer/study/lessons/reading.py"/>
        <source>no number {name}; there are {names}</source>
        <translation>没有数 {name}；可用的有 {names}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/lessons/reading.py"/>
        <location filename="../../explorer/study/stories/reading.py"/>
        <source>{file}: it cannot be read as JSON: {problem}</source>
        <translation>{file}：无法读作 JSON：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/lessons/reading.py"/>
        <source>{value}; allowed are {names}</source>
        <translation>{value}；允许：{names}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>a list [ ]</source>
        <translation>一个列表 [ ]</translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>a number that a float64 can hold</source>
        <translation>float64 能表示的数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>a number, &quot;NaN&quot;, &quot;Infinity&quot; or &quot;-Infinity&quot;</source>
        <translation>一个数、&quot;NaN&quot;、&quot;Infinity&quot; 或 &quot;-Infinity&quot;</translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>a value</source>
        <translation>一个值</translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <location filename="../../explorer/training/tasks/task.py"/>
        <source>a whole number from {low} to {high}</source>
        <translation>{low} 到 {high} 的整数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>an object { }</source>
        <translation>一个对象 { }</translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>the document</source>
        <translation>文档</translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>{file}: &quot;{place}&quot; is missing; allowed is {allowed}</source>
        <translation>{file}：缺少“{place}”；允许：{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/node.py"/>
        <source>{file}: {place} is {value}; allowed is {allowed}</source>
        <translation>{file}：{place} 是 {value}；允许：{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/opening.py"/>
        <source>untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <location filename="../../explorer/study/pictures.py"/>
        <source>allowed are pictures exported here with their state, studies (*.study.json), and tables as CSV, TSV, JSON, NPY and NPZ</source>
        <translation>允许：从这里连同状态导出的图片、研究（*.study.json），以及 CSV、TSV、JSON、NPY 和 NPZ 表格</translation>
    </message>
    <message>
        <location filename="../../explorer/study/pictures.py"/>
        <source>{file}: a picture of {size} bytes; allowed are {most}; {allowed}</source>
        <translation>{file}：图片有 {size} 字节；至多 {most}；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/pictures.py"/>
        <source>{file}: this picture has no study inside; {allowed}</source>
        <translation>{file}：这张图片中没有研究；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/pictures.py"/>
        <source>{problem}; the study inside this picture is damaged</source>
        <translation>{problem}；这张图片中的研究已损坏</translation>
    </message>
    <message>
        <location filename="../../explorer/study/qr.py"/>
        <source>a QR image needs the library segno; allowed: pip install segno</source>
        <translation>二维码需要 segno 库；允许：pip install segno</translation>
    </message>
    <message>
        <location filename="../../explorer/study/qr.py"/>
        <source>a state code of {count} letters does not fit a QR image; allowed are {most}: a sample of fewer classes, or of shorter names</source>
        <translation>状态码有 {count} 个字符，二维码放不下；允许：{most} 个，即类别更少或名称更短的样本</translation>
    </message>
    <message>
        <location filename="../../explorer/study/recovery.py"/>
        <source>{problem}; it lies in {place}</source>
        <translation>{problem}；它放在 {place}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>a kind of number such as &quot;&lt;f4&quot;</source>
        <translation>数的类型，如 &quot;&lt;f4&quot;</translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>a list of one or two whole numbers</source>
        <translation>一个或两个整数的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>a list of whole numbers: samples and classes</source>
        <translation>整数的列表：样本数和类别数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>a path</source>
        <translation>路径</translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>nanoseconds</source>
        <translation>纳秒数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>no folder</source>
        <translation>没有文件夹</translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>{file} cannot be read ({problem}): {kept}.</source>
        <translation>无法读取 {file}（{problem}）：{kept}。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>{file} does not hold what this study refers to: {kept}.</source>
        <translation>{file} 中没有这个研究引用的内容：{kept}。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>{file} is not as it was when this study was saved: {kept}.</source>
        <translation>{file} 与保存这个研究时不同：{kept}。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>{file} is not there (looked in {places}): {kept}.</source>
        <translation>找不到 {file}（查找了 {places}）：{kept}。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/references.py"/>
        <source>{problem}: {kept}.</source>
        <translation>{problem}：{kept}。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/source.py"/>
        <source>a table has no classes; allowed are 1 and more</source>
        <translation>表格没有类别；允许：1 个以上</translation>
    </message>
    <message>
        <location filename="../../explorer/study/source.py"/>
        <source>class name {name} is there twice; allowed are names that differ</source>
        <translation>类别名 {name} 出现了两次；允许：互不相同的名称</translation>
    </message>
    <message>
        <location filename="../../explorer/study/source.py"/>
        <source>class {place} is named {name}; allowed is text that is not empty</source>
        <translation>第 {place} 类的名称是 {name}；允许：非空的文字</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/again.py"/>
        <source>it cannot be read: {problem}</source>
        <translation>无法读取：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/again.py"/>
        <source>it no longer holds {name}</source>
        <translation>其中不再有 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/again.py"/>
        <source>its classes have other names now</source>
        <translation>它的类别名称已改变</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/again.py"/>
        <source>its shape is {now} now, it was {then}</source>
        <translation>它的形状现在是 {now}，原来是 {then}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/again.py"/>
        <source>no sample was edited; allowed are tables with edited samples</source>
        <translation>没有编辑过的样本；允许：有编辑过的样本的表格</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/again.py"/>
        <source>{file}: {problem}; the table stays as it was</source>
        <translation>{file}：{problem}；表格保持不变</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/archive.py"/>
        <source>encrypted</source>
        <translation>加密的</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/archive.py"/>
        <source>packed in a rare way</source>
        <translation>以少见的方式压缩的</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/archive.py"/>
        <source>{file}: no arrays are in this archive; allowed is an NPZ with logits and targets</source>
        <translation>{file}：这个压缩包中没有数组；允许：含有 logit 和目标的 NPZ</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/archive.py"/>
        <source>{file}: the archive is damaged: {problem}</source>
        <translation>{file}：压缩包已损坏：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/archive.py"/>
        <source>{file}: {name} is not where the archive says; it is damaged or cut off</source>
        <translation>{file}：{name} 不在压缩包标明的位置；文件已损坏或不完整</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/archive.py"/>
        <source>{file}: {name} is {how}; allowed are stored and deflated arrays</source>
        <translation>{file}：{name} 是{how}；允许：未压缩或用 deflate 压缩的数组</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/cache.py"/>
        <source>{file}: unpacking was cancelled</source>
        <translation>{file}：已取消解压</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/cache.py"/>
        <source>{file}: unpacking {name} takes {size} bytes, on the disk are {free}</source>
        <translation>{file}：解压 {name} 需要 {size} 字节，磁盘剩余 {free} 字节</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/cache.py"/>
        <source>{file}: {name} cannot be unpacked: {problem}</source>
        <translation>{file}：{name} 无法解压：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/cache.py"/>
        <source>{file}: {name} ends after {done} of {size} bytes; it is cut off</source>
        <translation>{file}：{name} 共 {size} 字节，在 {done} 字节处结束；文件不完整</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/contents.py"/>
        <source>{file}: it begins with {start}; allowed are NPY and NPZ files</source>
        <translation>{file}：它以 {start} 开头；允许：NPY 和 NPZ 文件</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/contents.py"/>
        <source>{name}: it cannot be unpacked: {problem}</source>
        <translation>{name}：无法解压：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/contents.py"/>
        <source>{name}: it is cut off after {size} bytes</source>
        <translation>{name}：它在 {size} 字节处中断</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/contents.py"/>
        <source>{name}: its shape is {shape}, but the archive says {size} bytes</source>
        <translation>{name}：它的形状是 {shape}，但压缩包标明 {size} 字节</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/files.py"/>
        <source>it is not a plain file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/files.py"/>
        <source>samples that cannot be read show no numbers, edited ones are kept</source>
        <translation>无法读取的样本不显示数，编辑过的样本保留</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/files.py"/>
        <source>{file} cannot be reached ({problem}): {kept}.</source>
        <translation>无法访问 {file}（{problem}）：{kept}。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/files.py"/>
        <source>{file} ends before byte {byte}</source>
        <translation>{file} 不到第 {byte} 字节就结束</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/files.py"/>
        <source>{file} is no longer the file that was opened</source>
        <translation>{file} 已不是打开时的文件</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/files.py"/>
        <source>{file} is no longer there: {kept}.</source>
        <translation>{file} 已不存在：{kept}。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/files.py"/>
        <source>{file} was changed after it was opened: numbers that were not edited may be new.</source>
        <translation>{file} 在打开之后被修改：没有编辑过的数可能是新的。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/files.py"/>
        <source>{file} was shortened from {before} to {now} bytes: {kept}.</source>
        <translation>{file} 从 {before} 字节缩短到 {now} 字节：{kept}。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>allowed are float16, float32, float64, whole numbers and true/false</source>
        <translation>允许：float16、float32、float64、整数和 true/false</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>it begins with {start}; allowed is a NumPy array (NPY 1 to 3)</source>
        <translation>它以 {start} 开头；允许：NumPy 数组（NPY 1 到 3）</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>it holds Python objects, which are never read; {allowed}</source>
        <translation>其中有 Python 对象，一律不读取；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>it holds numbers of the kind {kind}; {allowed}</source>
        <translation>其中数的类型是 {kind}；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>its header holds {text}; {allowed}, as plain arrays</source>
        <translation>它的文件头中有 {text}；{allowed}，须是普通数组</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>its header is {text}; allowed are descr, fortran_order and shape</source>
        <translation>它的文件头是 {text}；允许：descr、fortran_order 和 shape</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>its header of {length} bytes is too long for a file of {size}</source>
        <translation>文件只有 {size} 字节，{length} 字节的文件头过长</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>its shape is {shape}, but {there}; it was cut off</source>
        <translation>它的形状是 {shape}，但 {there}；文件不完整</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>its shape is {shape}; allowed are two whole numbers</source>
        <translation>它的形状是 {shape}；允许：两个整数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>its shape is {shape}; allowed is (samples, classes) or (classes,)</source>
        <translation>它的形状是 {shape}；允许：(samples, classes) 或 (classes,)</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/npy.py"/>
        <source>of {whole} bytes only {size} are there</source>
        <translation>{whole} 字节中只有 {size} 字节</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/opening.py"/>
        <source>it holds texts; allowed are numbers</source>
        <translation>其中是文字；允许：数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/opening.py"/>
        <source>its shape is {shape}, that of the logits {logits}</source>
        <translation>它的形状是 {shape}，logit 的形状是 {logits}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/opening.py"/>
        <source>its shape is {shape}; allowed are {count} names, one a class</source>
        <translation>它的形状是 {shape}；允许：{count} 个名称，每个类别一个</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/opening.py"/>
        <source>its shape is {shape}; allowed are {count} names, one a sample</source>
        <translation>它的形状是 {shape}；允许：{count} 个名称，每个样本一个</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/opening.py"/>
        <source>{file}: it holds {names}; allowed is an array named {allowed}</source>
        <translation>{file}：其中有 {names}；允许：名为 {allowed} 的数组</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/unpack.py"/>
        <source>{file} is compressed: unpacking its {packed} takes {whole} of the {room} free on the disk.</source>
        <translation>{file} 是压缩的：{packed} 解压后占 {whole}，磁盘剩余 {room}。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/sources/unpack.py"/>
        <source>{file}: it cannot be unpacked: {problem}</source>
        <translation>{file}：无法解压：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>a letter is missing or is none of A to Z and 2 to 7</source>
        <translation>有字符缺失，或不在 A 到 Z 和 2 到 7 之中</translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>a letter is wrong or missing</source>
        <translation>有字符错误或缺失</translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>allowed is a whole code, as LX1-... from Copy state code</source>
        <translation>允许：完整的状态码，即“复制状态码”得到的 LX1-...</translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>it does not begin with LX1-</source>
        <translation>不以 LX1- 开头</translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>it does not read: {problem}</source>
        <translation>无法读取：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>it is of format {version}, this program reads {format}</source>
        <translation>它的格式是 {version}，本程序读取 {format}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>it is too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>more than {count} bytes</source>
        <translation>超过 {count} 字节</translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>state code</source>
        <translation>状态码</translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>state code {code}: {problem}; {allowed}</source>
        <translation>状态码 {code}：{problem}；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>the loss {name} is not known here</source>
        <translation>本程序没有损失 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/state_code.py"/>
        <source>{count} classes in {size} bytes</source>
        <translation>{size} 字节中有 {count} 个类别</translation>
    </message>
    <message>
        <location filename="../../explorer/study/storage.py"/>
        <source>{file}: byte {byte} is not UTF-8; allowed is a study in UTF-8</source>
        <translation>{file}：第 {byte} 字节不是 UTF-8；允许：UTF-8 的研究</translation>
    </message>
    <message>
        <location filename="../../explorer/study/storage.py"/>
        <source>{file}: it cannot be saved: {problem}; what was in the file is unchanged</source>
        <translation>{file}：无法保存：{problem}；文件内容未变</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/reading.py"/>
        <source>empty; allowed are 1 or more</source>
        <translation>空；允许：1 个以上</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/reading.py"/>
        <source>{file} is of format {version}, newer than {format}: what is unknown is not shown.</source>
        <translation>{file} 的格式是 {version}，比 {format} 新：无法识别的内容不显示。</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/reading.py"/>
        <source>{value}; allowed are keys of figures</source>
        <translation>{value}；允许：图的键</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/reading.py"/>
        <source>{value}; allowed is {allowed}</source>
        <translation>{value}；允许：{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/story.py"/>
        <source>a control is of kind {kind}; allowed are {names}</source>
        <translation>滑块的种类是 {kind}；允许：{names}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/story.py"/>
        <source>a control runs from {low} to {high} by {step}; allowed is low &lt; high</source>
        <translation>滑块从 {low} 到 {high}，步长 {step}；允许：下限小于上限</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/story.py"/>
        <source>a logarithmic control begins at {low}; allowed is more than 0</source>
        <translation>对数滑块从 {low} 开始；允许：大于 0</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/story.py"/>
        <source>a step has {count} samples; allowed are 1 to {most}, `recorded` takes one</source>
        <translation>一步有 {count} 个样本；允许：1 到 {most} 个，`recorded` 取一个</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/story.py"/>
        <source>a step shows {count} cards; allowed are 1 to {most}</source>
        <translation>一步显示 {count} 张卡片；允许：1 到 {most} 张</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/story.py"/>
        <source>a step takes {seconds} seconds; allowed are 0 to {most}</source>
        <translation>一步用时 {seconds} 秒；允许：0 到 {most} 秒</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/story.py"/>
        <source>story {story} has no steps; allowed are 1 or more</source>
        <translation>故事 {story} 没有步；允许：1 步以上</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>Factor α of Sharpening</source>
        <translation>锐化的系数 α</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>Logit of a class</source>
        <translation>一个类别的 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>Mean of all logits</source>
        <translation>全部 logit 的均值</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>Setting of a loss</source>
        <translation>损失的设置</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>Size of all logits</source>
        <translation>全部 logit 的大小</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>Step of the descent</source>
        <translation>下降的步数</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>Target of a class</source>
        <translation>一个类别的目标</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>{setting} of every loss that has it</source>
        <translation>每个有 {setting} 的损失的 {setting}</translation>
    </message>
    <message>
        <location filename="../../explorer/study/stories/usual_controls.py"/>
        <source>{setting} of {loss}</source>
        <translation>{loss} 的 {setting}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/device.py"/>
        <source>device &apos;mps&apos; has no float64; take dtype float32, or device cpu</source>
        <translation>设备 &apos;mps&apos; 不支持 float64；改用 dtype float32 或设备 cpu</translation>
    </message>
    <message>
        <location filename="../../explorer/training/device.py"/>
        <source>device {device}: torch finds no {name} device; there are {names}</source>
        <translation>设备 {device}：torch 找不到 {name} 设备；可用的有 {names}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/device.py"/>
        <source>device {device}: torch is not installed; there are {names}</source>
        <translation>设备 {device}：没有安装 torch；可用的有 {names}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/device.py"/>
        <source>device {name} is not known; allowed are {names}</source>
        <translation>没有设备 {name}；允许：{names}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/checkpoints.py"/>
        <source>{folder}: another process trains into it; name another output, or wait for its end</source>
        <translation>{folder}：另一个进程正在往里训练；换一个输出文件，或等它结束</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/checkpoints.py"/>
        <source>{folder}: format {format} of {kind} is not known; begin anew</source>
        <translation>{folder}：不认识 {kind} 的格式 {format}；从头开始</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/checkpoints.py"/>
        <source>{folder}: no checkpoint, or damaged ({why}); remove it, or begin anew</source>
        <translation>{folder}：不是检查点，或已损坏（{why}）；删除它，或从头开始</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/checkpoints.py"/>
        <source>{folder}: the checkpoint is of another experiment: {key} is not the same there and here; name another output, or begin anew</source>
        <translation>{folder}：检查点属于另一个实验：{key} 与这里的不同；换一个输出文件，或从头开始</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/checkpoints.py"/>
        <source>{folder}: the checkpoint is of another experiment: {key} is {there} there and {here} here; name another output, or begin anew</source>
        <translation>{folder}：检查点属于另一个实验：{key} 在那里是 {there}，在这里是 {here}；换一个输出文件，或从头开始</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/gauges.py"/>
        <source>Compiled metrics not used: {reason}.</source>
        <translation>没有使用编译的指标：{reason}。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/measure.py"/>
        <source>recording: no metric {name}; there are {names}</source>
        <translation>recording：没有指标 {name}；有 {names}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/refusals.py"/>
        <source>compares with other logits, and task {name} has none</source>
        <translation>要与另一组 logit 比较，而任务 {name} 没有</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/refusals.py"/>
        <source>{name} has {count} numbers for {classes} classes; it takes one, or one per class</source>
        <translation>{name} 有 {count} 个数，而类别有 {classes} 个；只能给一个数，或每个类别一个</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/refusals.py"/>
        <source>{refusal}; labels that are drawn anew at each update may come to this</source>
        <translation>{refusal}；每次更新都重新抽取标签，可能出现这种情形</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/refusals.py"/>
        <source>{refusal}; labels that are flipped anew at each update may come to this</source>
        <translation>{refusal}；每次更新都重新翻转标签，可能出现这种情形</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/room.py"/>
        <source>{file}: not as it was left; remove {folder}, or begin anew</source>
        <translation>{file}：与离开时不同；删除 {folder}，或从头开始</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/simulation.py"/>
        <source>blocks of {count} runs: the device has no memory for {more}</source>
        <translation>每块 {count} 次运行：设备的内存放不下 {more} 次</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/simulation.py"/>
        <source>one run alone does not fit in the memory of the device ({device}): {problem}</source>
        <translation>设备（{device}）的内存连一次运行也放不下：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/simulation.py"/>
        <source>{count} waves: the device has no memory for {fewer}</source>
        <translation>分成 {count} 批：设备的内存不够分 {fewer} 批</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/told.py"/>
        <source>The checkpoint is of rung {before}, this is {now}: equal but for rounding.</source>
        <translation>检查点用的方式是“{before}”，这里是“{now}”：除舍入外相同。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/engine/told.py"/>
        <source>The checkpoint is of {name} {before}, this is {now}: equal but for rounding.</source>
        <translation>检查点来自 {name} {before}，这里是 {now}：除舍入外相同。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>about {count} days</source>
        <translation>约 {count} 天</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>about {count} h</source>
        <translation>约 {count} 小时</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>about {count} min</source>
        <translation>约 {count} 分钟</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>about {count} s</source>
        <translation>约 {count} 秒</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>it needs about {needed} at once, and other programs take some</source>
        <translation>同时需要约 {needed}，而其他程序也占用一部分</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>it needs about {needed} of memory at once, and this machine has {there}</source>
        <translation>同时需要约 {needed} 内存，而本机只有 {there}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>less than 1 s</source>
        <translation>不到 1 秒</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>more than a lifetime</source>
        <translation>一辈子也不够</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>the graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>the memory is not enough: {why}. Fewer classes, rows, inputs or hidden units need less</source>
        <translation>内存不够：{why}。减少类别、行、输入或隐藏单元，需要的内存就更少</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>this CPU, {count} thread</source>
        <translation>本机 CPU，{count} 个线程</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>this CPU, {count} threads</source>
        <translation>本机 CPU，{count} 个线程</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>{bytes} of results</source>
        <translation>结果 {bytes}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>{count} bytes</source>
        <translation>{count} 字节</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>{count} run</source>
        <translation>{count} 次运行</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>{count} runs</source>
        <translation>{count} 次运行</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>{count} update</source>
        <translation>{count} 次更新</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>{count} updates</source>
        <translation>{count} 次更新</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>{count} weight</source>
        <translation>{count} 个权重</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>{count} weights</source>
        <translation>{count} 个权重</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>{duration} on {device}</source>
        <translation>{device}，{duration}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>{processor}, with NumPy</source>
        <translation>{processor}，用 NumPy</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>{runs} of {updates}</source>
        <translation>{runs}，每次 {updates}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/estimate.py"/>
        <source>{weights} each, {bytes} at once, {dtype}</source>
        <translation>每次 {weights}，同时占用 {bytes}，{dtype}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/expectations.py"/>
        <source>above {value}</source>
        <translation>大于 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/expectations.py"/>
        <source>below {value}</source>
        <translation>小于 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/expectations.py"/>
        <source>minus: {count} cells have {place} and else agree with {other}; allowed: exactly one</source>
        <translation>minus：有 {count} 格具有 {place} 且其余与 {other} 一致；允许：恰好一格</translation>
    </message>
    <message>
        <location filename="../../explorer/training/expectations.py"/>
        <source>no cell has {place}; the grid has {grid}</source>
        <translation>没有 {place} 的格；网格有 {grid}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/experiment.py"/>
        <location filename="../../explorer/ui/panels/population_form.py"/>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <location filename="../../explorer/training/how.py"/>
        <source>blocks of {count} run</source>
        <translation>每块 {count} 次运行</translation>
    </message>
    <message>
        <location filename="../../explorer/training/how.py"/>
        <source>blocks of {count} runs</source>
        <translation>每块 {count} 次运行</translation>
    </message>
    <message>
        <location filename="../../explorer/training/how.py"/>
        <source>class-major</source>
        <translation>按类别排列</translation>
    </message>
    <message>
        <location filename="../../explorer/training/how.py"/>
        <source>compiled</source>
        <translation>已编译</translation>
    </message>
    <message>
        <location filename="../../explorer/training/how.py"/>
        <source>eager</source>
        <translation>逐步执行</translation>
    </message>
    <message>
        <location filename="../../explorer/training/how.py"/>
        <source>loss compiled</source>
        <translation>损失已编译</translation>
    </message>
    <message>
        <location filename="../../explorer/training/how.py"/>
        <source>one Triton kernel between records</source>
        <translation>记录之间一个 Triton 核</translation>
    </message>
    <message>
        <location filename="../../explorer/training/how.py"/>
        <source>{count} thread</source>
        <translation>{count} 个线程</translation>
    </message>
    <message>
        <location filename="../../explorer/training/how.py"/>
        <source>{count} threads</source>
        <translation>{count} 个线程</translation>
    </message>
    <message>
        <location filename="../../explorer/training/how.py"/>
        <source>{count} updates at a time</source>
        <translation>每次 {count} 个更新</translation>
    </message>
    <message>
        <location filename="../../explorer/training/inputs/sample_file.py"/>
        <source>it cannot be read ({reason})</source>
        <translation>无法读取（{reason}）</translation>
    </message>
    <message>
        <location filename="../../explorer/training/inputs/sample_file.py"/>
        <source>it has no array {name}; there are {names}</source>
        <translation>没有数组 {name}；有 {names}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/inputs/sample_file.py"/>
        <source>it is no .npz file</source>
        <translation>不是 .npz 文件</translation>
    </message>
    <message>
        <location filename="../../explorer/training/inputs/sample_file.py"/>
        <source>{name} is an array of {dtype}, not of numbers</source>
        <translation>{name} 是 {dtype} 数组，不是数的数组</translation>
    </message>
    <message>
        <location filename="../../explorer/training/inputs/sample_file.py"/>
        <source>{name} is no array of numbers that can be read ({reason})</source>
        <translation>{name} 不是可以读取的数的数组（{reason}）</translation>
    </message>
    <message>
        <location filename="../../explorer/training/inputs/sample_file.py"/>
        <source>{name} is of shape {shape}; it takes rows and columns, one of each at least</source>
        <translation>{name} 的形状是 {shape}；应有行和列，各至少一个</translation>
    </message>
    <message>
        <location filename="../../explorer/training/inputs/sample_file.py"/>
        <source>{name} {shape} do not match logits {logits}</source>
        <translation>{name} {shape} 与 logits {logits} 不符</translation>
    </message>
    <message>
        <location filename="../../explorer/training/inputs/sample_file.py"/>
        <source>{name}, row {row}, column {column}, is {value}, not a finite number</source>
        <translation>{name} 第 {row} 行第 {column} 列是 {value}，不是有限的数</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/choose.py"/>
        <source>Compiled rung not used: its compiler is not tried on mps.</source>
        <translation>没有使用编译：mps 上不试用编译器。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/choose.py"/>
        <location filename="../../explorer/training/ladder/on_card.py"/>
        <source>Triton rung not used: {reason}.</source>
        <translation>没有使用 Triton：{reason}。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/choose.py"/>
        <source>rung &apos;class-major&apos; is for free logits, not for the model {name}</source>
        <translation>方式 &apos;class-major&apos; 只用于自由的 logit，不用于模型 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/choose.py"/>
        <source>rung &apos;triton&apos;: {reason}</source>
        <translation>方式 &apos;triton&apos;：{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/choose.py"/>
        <source>rung {name} is not known; allowed are {names}</source>
        <translation>没有 {name} 这种方式；允许：{names}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/choose.py"/>
        <source>rung {name} needs torch; on numpy there is eager alone</source>
        <translation>方式 {name} 需要 torch；numpy 上只有 eager</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/compiled.py"/>
        <source>Compiled rung not used: {reason}.</source>
        <translation>没有使用编译：{reason}。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/kernels.py"/>
        <source>an update has {count} operations, more than {most}</source>
        <translation>一次更新有 {count} 个运算，多于 {most}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/kernels.py"/>
        <location filename="../../explorer/training/ladder/on_card.py"/>
        <source>its answers differ from the eager ones</source>
        <translation>它的结果与逐步执行的不同</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/kernels.py"/>
        <source>the compiler needs more than {seconds} s</source>
        <translation>编译器用了超过 {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/on_card.py"/>
        <source>it does not know the loss {name}</source>
        <translation>不认识损失 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/on_card.py"/>
        <source>it does not know the optimizer {name}</source>
        <translation>不认识优化器 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/on_card.py"/>
        <source>it is for free logits of one row</source>
        <translation>只用于一行自由的 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/on_card.py"/>
        <source>it takes no settings of single classes</source>
        <translation>不接受单个类别的设置</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/on_card.py"/>
        <source>its data must stay the same from update to update</source>
        <translation>数据在更新之间必须不变</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/on_card.py"/>
        <source>triton is not installed</source>
        <translation>没有安装 triton</translation>
    </message>
    <message>
        <location filename="../../explorer/training/ladder/slopes.py"/>
        <source>The gradient itself</source>
        <translation>梯度本身</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/best_macro_f1.py"/>
        <source>F1 of each class at the threshold at which it is largest on these rows, mean over classes.</source>
        <translation>每个类别在这些行上取使 F1 最大的阈值，F1 对类别取均值。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/best_macro_f1.py"/>
        <source>macro F1 at the best thresholds</source>
        <translation>最佳阈值下的宏 F1</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/best_micro_f1.py"/>
        <source>Micro F1 of the logits above the one threshold at which it is largest on these rows.</source>
        <translation>在这些行上取使微 F1 最大的同一个阈值，高于它的 logit 算作预测。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/best_micro_f1.py"/>
        <source>micro F1 at the best threshold</source>
        <translation>最佳阈值下的微 F1</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/calibration_1.py"/>
        <source>How far the loss&apos;s first reading is from the chance of each label: mean distance where chances or soft targets are known, expected calibration error in ten bins where labels are 0 or 1.</source>
        <translation>损失的第一读数离每个标签的概率有多远：已知概率或软目标时为平均距离，标签为 0 或 1 时为十个区间的期望校准误差。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/calibration_1.py"/>
        <source>calibration error, first reading</source>
        <translation>校准误差，第一读数</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/calibration_2.py"/>
        <source>How far the loss&apos;s second reading is from the chance of each label: mean distance where chances or soft targets are known, expected calibration error in ten bins where labels are 0 or 1.</source>
        <translation>损失的第二读数离每个标签的概率有多远：已知概率或软目标时为平均距离，标签为 0 或 1 时为十个区间的期望校准误差。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/calibration_2.py"/>
        <source>calibration error, second reading</source>
        <translation>校准误差，第二读数</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/entropy.py"/>
        <source>The entropy of softmax(s), mean over rows: 0 for one sure class, log n for n equal ones.</source>
        <translation>softmax(s) 的熵，对行取均值：确信一个类别时为 0，n 个类别相等时为 log n。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/entropy.py"/>
        <source>entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/exact_match.py"/>
        <source>Share of rows whose predicted label set, by the loss&apos;s own rule, is exactly right.</source>
        <translation>按损失自己的规则预测的标签集合完全正确的行所占的比例。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/exact_match.py"/>
        <source>exact match</source>
        <translation>完全匹配</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/labelled_share.py"/>
        <source>Of the sizes of the gradient&apos;s entries, summed over rows, the share on labelled classes.</source>
        <translation>梯度各分量的绝对值对行求和，其中已标注类别所占的份额。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/labelled_share.py"/>
        <source>share of gradient on labelled classes</source>
        <translation>已标注类别所占的梯度份额</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/largest_logit.py"/>
        <source>The largest logit of a row, mean over rows: of many losses a class is predicted where it is above 0.</source>
        <translation>一行中最大的 logit，对行取平均：许多损失在它高于 0 时预测该类别。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/largest_logit.py"/>
        <source>largest logit</source>
        <translation>最大 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/largest_probability.py"/>
        <source>The largest entry of softmax(s), mean over rows.</source>
        <translation>softmax(s) 的最大分量，对行取均值。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/largest_probability.py"/>
        <source>largest probability</source>
        <translation>最大概率</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/logit_norm.py"/>
        <source>The Euclidean norm of a row&apos;s logits, mean over rows.</source>
        <translation>一行 logit 的欧几里得范数，对行取均值。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/logit_norm.py"/>
        <source>norm of the logits</source>
        <translation>logit 的范数</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/loss.py"/>
        <source>The loss, summed over classes, mean over rows.</source>
        <translation>损失，对类别求和，对行取均值。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/macro_f1.py"/>
        <source>F1 of each class over all rows, predicted by the loss&apos;s own rule, mean over classes.</source>
        <translation>按损失自己的规则预测，每个类别在所有行上的 F1，对类别取均值。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/macro_f1.py"/>
        <source>macro F1</source>
        <translation>宏 F1</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/micro_f1.py"/>
        <source>F1 of all labels of all rows together, predicted by the loss&apos;s own rule.</source>
        <translation>按损失自己的规则预测，所有行的所有标签合在一起的 F1。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/micro_f1.py"/>
        <source>micro F1</source>
        <translation>微 F1</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/negative_gradient.py"/>
        <source>The sizes of the gradient&apos;s entries on classes that are not labelled, summed, mean over rows.</source>
        <translation>未标注类别上梯度各分量的绝对值之和，对行取均值。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/negative_gradient.py"/>
        <source>gradient on other classes</source>
        <translation>其他类别上的梯度</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/positive_gradient.py"/>
        <source>The sizes of the gradient&apos;s entries on labelled classes, summed, mean over rows.</source>
        <translation>已标注类别上梯度各分量的绝对值之和，对行取均值。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/positive_gradient.py"/>
        <source>gradient on labelled classes</source>
        <translation>已标注类别上的梯度</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/weight_norm.py"/>
        <source>The Euclidean norm of all weights of a run together.</source>
        <translation>一次运行的全部权重合在一起的欧几里得范数。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/metrics/weight_norm.py"/>
        <source>norm of the weights</source>
        <translation>权重的范数</translation>
    </message>
    <message>
        <location filename="../../explorer/training/records.py"/>
        <source>recording: update {update} is not among the updates 0 to {last}</source>
        <translation>recording：更新 {update} 不在 0 到 {last} 之间</translation>
    </message>
    <message>
        <location filename="../../explorer/training/replay.py"/>
        <source>loss {name} is not trained on this task: it {reason}</source>
        <translation>损失 {name} 不在此任务上训练：{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/result_file/members.py"/>
        <source>no result of an experiment, or damaged</source>
        <translation>不是实验的结果，或已损坏</translation>
    </message>
    <message>
        <location filename="../../explorer/training/result_file/members.py"/>
        <source>{name} ends early; the file has become shorter</source>
        <translation>{name} 提前结束；文件变短了</translation>
    </message>
    <message>
        <location filename="../../explorer/training/result_file/members.py"/>
        <source>{name} is damaged</source>
        <translation>{name} 已损坏</translation>
    </message>
    <message>
        <location filename="../../explorer/training/result_file/reading.py"/>
        <source>its experiment has {count} runs, not its arrays; it is damaged</source>
        <translation>实验有 {count} 次运行，数组却不是；文件已损坏</translation>
    </message>
    <message>
        <location filename="../../explorer/training/result_file/reading.py"/>
        <source>its header has no {names}; the file is damaged</source>
        <translation>文件头缺少 {names}；文件已损坏</translation>
    </message>
    <message>
        <location filename="../../explorer/training/result_file/reading.py"/>
        <source>no result of an experiment: it has no header</source>
        <translation>不是实验的结果：没有文件头</translation>
    </message>
    <message>
        <location filename="../../explorer/training/result_file/reading.py"/>
        <source>no result of an experiment: its header cannot be read: {reason}</source>
        <translation>不是实验的结果：文件头无法读取：{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/result_file/reading.py"/>
        <source>shapes {runs} of diverged, {records} of updates; it is damaged</source>
        <translation>diverged 的形状是 {runs}，updates 的是 {records}；文件已损坏</translation>
    </message>
    <message>
        <location filename="../../explorer/training/result_file/reading.py"/>
        <source>{kind} of format {format}; allowed is {known} up to {newest}</source>
        <translation>{kind} 的格式是 {format}；允许：{known}，最高到 {newest}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/result_file/reading.py"/>
        <source>{names} is missing; the file is damaged</source>
        <translation>缺少 {names}；文件已损坏</translation>
    </message>
    <message>
        <location filename="../../explorer/training/result_file/reading.py"/>
        <source>{name} has shape {found}, not {shape}; the file is damaged</source>
        <translation>{name} 的形状是 {found}，应为 {shape}；文件已损坏</translation>
    </message>
    <message>
        <location filename="../../explorer/training/schedules.py"/>
        <source>In formulas η is the whole rate, η with a t that of update t, from 1 to T. While warming up, update t of the first W is made with t / W of it.</source>
        <translation>公式中 η 是完整的学习率，带下标 t 的 η 是第 t 次更新的学习率，t 从 1 到 T。预热时，前 W 次更新中的第 t 次用它的 t / W。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/schedules.py"/>
        <source>The rate falls along half a cosine, from the whole rate to the floor after the last update.</source>
        <translation>学习率沿半个余弦下降，从完整值降到最后一次更新之后的下限。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/schedules.py"/>
        <source>The rate is multiplied by gamma after every so many updates.</source>
        <translation>每隔若干次更新，学习率乘以 gamma。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/schedules.py"/>
        <source>The same rate at every update.</source>
        <translation>每次更新的学习率都相同。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/schedules.py"/>
        <source>Updates between two changes of the rate.</source>
        <translation>两次改变学习率之间的更新次数。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/schedules.py"/>
        <source>Updates over which the rate rises evenly from 0 to what the schedule says.</source>
        <translation>学习率从 0 均匀升到安排的值所用的更新次数。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/schedules.py"/>
        <source>What is left of the rate at the end, as a share of it.</source>
        <translation>最后剩下的学习率占完整值的比例。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/schedules.py"/>
        <source>What the rate is multiplied by.</source>
        <translation>学习率乘以的数。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/schedules.py"/>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <location filename="../../explorer/training/schedules.py"/>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <location filename="../../explorer/training/schedules.py"/>
        <source>no schedule {name}; there are {names}</source>
        <translation>没有学习率安排 {name}；有 {names}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/schedules.py"/>
        <source>step</source>
        <comment>schedule</comment>
        <translation>阶梯</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/choices.py"/>
        <source>a list of metrics</source>
        <translation>指标的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/choices.py"/>
        <source>a list of {each}</source>
        <translation>每项为{each}的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/choices.py"/>
        <location filename="../../explorer/training/spec/settings.py"/>
        <source>each value once</source>
        <translation>每个值一次</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/choices.py"/>
        <location filename="../../explorer/training/spec/settings.py"/>
        <source>is there twice</source>
        <translation>出现了两次</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/choices.py"/>
        <location filename="../../explorer/training/spec/expecting.py"/>
        <source>metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/expecting.py"/>
        <source>a tolerance beside a value</source>
        <translation>tolerance 与 value 同用</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/expecting.py"/>
        <source>does not go with {name}</source>
        <translation>不能与 {name} 同用</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/expecting.py"/>
        <source>is not recorded</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/expecting.py"/>
        <source>is not recorded here</source>
        <translation>在这里没有记录</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/expecting.py"/>
        <source>no such coordinate{nearest}; allowed: {names}</source>
        <translation>没有这个坐标{nearest}；允许：{names}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/expecting.py"/>
        <source>{names} to compare with; allowed: one of value (with a tolerance), above and below</source>
        <translation>比较的依据是 {names}；允许：value（带 tolerance）、above、below 之一</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/parsing.py"/>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/parsing.py"/>
        <source>a whole number of more than 64 bits; allowed: up to 64 bits, with its sign</source>
        <translation>超过 64 位的整数；允许：连同符号最多 64 位</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/parsing.py"/>
        <source>no TOML: {reason}</source>
        <translation>不是 TOML：{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/parsing.py"/>
        <source>tables or lists lie in one another; allowed: {count} levels</source>
        <translation>表或列表嵌套过深；允许：{count} 层</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>, perhaps {name}</source>
        <translation>，也许是 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>a table of keys and values</source>
        <translation>由键和值组成的表</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>a text in quotes</source>
        <translation>引号中的文字</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>a {kind}</source>
        <translation>{kind}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>a {kind} above {low}</source>
        <translation>大于 {low} 的{kind}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>a {kind} above {low} to {high}</source>
        <translation>大于 {low}、不超过 {high} 的{kind}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>a {kind} from {low}</source>
        <translation>不小于 {low} 的{kind}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>a {kind} from {low} to {high}</source>
        <translation>{low} 到 {high} 的{kind}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>a {kind} up to {high}</source>
        <translation>不超过 {high} 的{kind}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>is empty</source>
        <translation>是空的</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>is neither true nor false</source>
        <translation>既不是 true 也不是 false</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>is no list</source>
        <translation>不是列表</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>is no list of tables</source>
        <translation>不是表的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>is no table</source>
        <translation>不是表</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>is no text</source>
        <translation>不是文字</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <location filename="../../explorer/training/spec/settings.py"/>
        <source>is no {kind}{nearest}</source>
        <translation>不是{kind}{nearest}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>is outside</source>
        <translation>超出范围</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>it is missing; allowed: {allowed}</source>
        <translation>缺少；允许：{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>no such key{nearest}; allowed: {names}</source>
        <translation>没有这个键{nearest}；允许：{names}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <location filename="../../explorer/training/spec/settings.py"/>
        <source>number</source>
        <translation>数</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>one or more tables [[{path}]]</source>
        <translation>一个或多个表 [[{path}]]</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>one value, or a list of them</source>
        <translation>一个值，或值的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>the whole</source>
        <translation>整体</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>{one}, or a list of them</source>
        <translation>{one}，或其列表</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/places.py"/>
        <source>{value} {problem}; allowed: {allowed}</source>
        <translation>{value} {problem}；允许：{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/reading.py"/>
        <source>[task] with a kind, and one [[losses]] with a key at least</source>
        <translation>带 kind 的 [task]，以及至少一个带 key 的 [[losses]]</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/reading.py"/>
        <source>{count} places of the grid; allowed: up to {most}</source>
        <translation>网格有 {count} 格；允许：最多 {most} 格</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/reading.py"/>
        <source>{name} is the same as in {place}, with what is left out at its default; allowed: each of them once</source>
        <translation>{name} 与 {place} 中的相同（省略的按默认值）；允许：每种一次</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/reading.py"/>
        <source>{name}, small</source>
        <translation>{name}，小型</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/settings.py"/>
        <source>is not allowed</source>
        <translation>不允许</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/settings.py"/>
        <source>{one}, one for each class as a list in a list; or a list of them</source>
        <translation>{one}，每个类别一个时写成列表中的列表；或其列表</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/settings.py"/>
        <source>{one}; or a list of such</source>
        <translation>{one}；或其列表</translation>
    </message>
    <message>
        <location filename="../../explorer/training/spec/settings.py"/>
        <source>{one}; or a list of them</source>
        <translation>{one}；或其列表</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/data.py"/>
        <source>Data from a file</source>
        <translation>文件中的数据</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/data.py"/>
        <source>Rows of a file, or of the yeast data (2,417 genes, 14 classes), split anew for each seed.</source>
        <translation>文件中的行，或 yeast 数据（2,417 个基因，14 个类别），每个种子重新划分。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/data.py"/>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/data.py"/>
        <source>held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/data.py"/>
        <location filename="../../explorer/training/tasks/mlp.py"/>
        <source>hidden units</source>
        <translation>隐藏单元</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/data.py"/>
        <source>labels, row {row}, column {column}, is {value}, not a number from 0 to 1</source>
        <translation>labels 第 {row} 行第 {column} 列是 {value}，不是 0 到 1 之间的数</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/data.py"/>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/data.py"/>
        <source>rows to train on at most; 0: all that are not held out</source>
        <translation>最多用多少行训练；0：没有留出的全部</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/data.py"/>
        <source>share of rows, drawn by the seed, that metrics are taken on</source>
        <translation>用来计算指标的行所占的比例，由种子抽取</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/data.py"/>
        <source>size of the weights of a hidden layer at the start; a linear model starts from 0</source>
        <translation>隐藏层权重起始的大小；线性模型从 0 开始</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/data.py"/>
        <source>task {name}: held={held} leaves none of {count} rows to train on</source>
        <translation>任务 {name}：held={held} 使 {count} 行中没有一行可供训练</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/data.py"/>
        <source>units of a hidden layer; 0: a linear model</source>
        <translation>隐藏层的单元数；0：线性模型</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/data.py"/>
        <source>yeast, or an .npz file with arrays features (rows, d) and labels (rows, n), 0 to 1</source>
        <translation>yeast，或含数组 features (rows, d) 和 labels (rows, n) 的 .npz 文件，取值 0 到 1</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/data.py"/>
        <source>{features} rows of features do not match {labels} rows of labels</source>
        <translation>{features} 行特征与 {labels} 行标签不符</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>Linear model</source>
        <translation>线性模型</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>One matrix from features to logits, on synthetic rows whose labels a teacher gives.</source>
        <translation>从特征到 logit 的一个矩阵，数据是合成的行，标签由教师给出。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>classes n</source>
        <translation>类别 n</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>features d</source>
        <translation>特征 d</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>how many classes of a row are labelled, every number of the range equally likely</source>
        <translation>一行有多少个类别被标注，范围内每个数等可能</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>how many logits a row has</source>
        <translation>一行有多少个 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>imbalance</source>
        <translation>不平衡</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>labels flipped</source>
        <translation>翻转的标签</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>labels k</source>
        <translation>标签 k</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>numbers that a row is known by</source>
        <translation>描述一行的数的个数</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>rows held out</source>
        <translation>留出的行</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>rows that are trained on</source>
        <translation>用来训练的行</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>rows that metrics are taken on; 0: on the rows trained on</source>
        <translation>用来计算指标的行；0：用训练的行</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>sd</source>
        <translation>标准差</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>share of labels of the rows trained on that are exchanged, 0 for 1 and 1 for 0, for good</source>
        <translation>训练行的标签中永久互换（0 换 1，1 换 0）的比例</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>standard deviation of the weights at the start</source>
        <translation>起始权重的标准差</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>the teacher&apos;s scores, without noise</source>
        <translation>教师的分数，不含噪声</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>what is added to the teacher&apos;s scores before the largest are labelled, also of rows held out</source>
        <translation>标注最大者之前加到教师分数上的噪声，留出的行也加</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/linear.py"/>
        <source>what the scores of the first class have more and of the last less, evenly between</source>
        <translation>第一个类别的分数多多少、最后一个少多少，中间均匀过渡</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>Free logits</source>
        <translation>自由的 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>The logits themselves are trained, every run from its own start towards its own targets.</source>
        <translation>直接训练 logit，每次运行从自己的起点走向自己的目标。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>an .npz file with arrays logits and targets, and other where losses compare, each (samples, n): the run of seed j starts from sample j modulo their number; then classes, targets and start are not drawn</source>
        <translation>含数组 logits 和 targets 的 .npz 文件，损失需要比较时还有 other，形状都是 (samples, n)：种子 j 的运行从样本 j（对样本数取模）开始；这时不再抽取类别、目标和起点</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>anew each update</source>
        <translation>每次更新重抽</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>another draw of the start; from a file its array `other`, or the start itself</source>
        <translation>起点的另一次抽取；来自文件时为数组 `other`，或起点本身</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>as the others</source>
        <translation>与其他相同</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>chance of the first</source>
        <translation>第一个的概率</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>chances</source>
        <translation>概率</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>chances p</source>
        <translation>概率 p</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>drawn together</source>
        <translation>一同抽取</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>drawn=&apos;in_proportion&apos; needs at most {most} classes, there are {classes}</source>
        <translation>drawn=&apos;in_proportion&apos; 最多 {most} 个类别，这里有 {classes} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>how far labels are pulled towards 1/2</source>
        <translation>标签向 1/2 拉近多少</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>how many classes are labelled, every number of the range equally likely</source>
        <translation>有多少个类别被标注，范围内每个数等可能</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>how many logits a run has</source>
        <translation>一次运行有多少个 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>how many sets of labels are drawn for one update</source>
        <translation>一次更新抽取多少个标签集合</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>in proportion</source>
        <translation>按比例</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>label sets</source>
        <translation>标签集合</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>labels are drawn from targets from 0 to 1; {file} has others</source>
        <translation>标签只能从 0 到 1 的目标抽取；{file} 有其他的值</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>labels drawn</source>
        <translation>抽取标签</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>mean of the logits at the start</source>
        <translation>起始 logit 的均值</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>middle of the start</source>
        <translation>起点的中心</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>samples from</source>
        <translation>样本来自</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>share of label sets in which one number decides all classes, so that labels come together</source>
        <translation>由一个数决定所有类别的标签集合的比例，这样标签会一同出现</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>softness</source>
        <translation>软化</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>spread of the start</source>
        <translation>起点的散布</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>standard deviation of the logits</source>
        <translation>logit 的标准差</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <location filename="../../explorer/training/tasks/task.py"/>
        <source>task {name}</source>
        <translation>任务 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>the chance of the first class; below 0 it is drawn as the others are</source>
        <translation>第一个类别的概率；小于 0 时与其他类别一样抽取</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>the targets of classes where they are chances, spread evenly over the range</source>
        <translation>目标为概率时各类别的目标，在范围内均匀分布</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>together needs drawn=&apos;once&apos; or drawn=&apos;in_proportion&apos;</source>
        <translation>together 需要 drawn=&apos;once&apos; 或 drawn=&apos;in_proportion&apos;</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>whether 0/1 labels are drawn from the targets: once, anew at every update, or once with every set of labels as often as it is likely (up to 12 classes)</source>
        <translation>是否按目标抽取 0/1 标签：抽一次，每次更新重新抽，或抽一次且每个标签集合按其概率出现（最多 12 个类别）</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/logits.py"/>
        <source>whether a run&apos;s targets are labels, or a chance for each class</source>
        <translation>运行的目标是标签，还是每个类别的概率</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/mlp.py"/>
        <source>Hidden layer</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/mlp.py"/>
        <source>One hidden layer of rectified units, on synthetic rows whose labels a teacher of that kind gives.</source>
        <translation>一个由 ReLU 单元组成的隐藏层，数据是合成的行，标签由同类的教师给出。</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/mlp.py"/>
        <source>size of the weights at the start, 1: He et al. 2015</source>
        <translation>起始权重的大小，1：He et al. 2015</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/mlp.py"/>
        <source>teacher&apos;s units</source>
        <translation>教师的单元</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/mlp.py"/>
        <source>units of the layer that is trained</source>
        <translation>所训练的层的单元数</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/mlp.py"/>
        <source>units of the teacher; 0: it is linear</source>
        <translation>教师的单元数；0：教师是线性的</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/task.py"/>
        <source>a number from {low} to {high}</source>
        <translation>{low} 到 {high} 的数</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/task.py"/>
        <source>a number, or &apos;low to high&apos;, from {low} to {high}</source>
        <translation>{low} 到 {high} 的数，或 &apos;low to high&apos; 形式的范围</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/task.py"/>
        <source>a whole number, or &apos;low to high&apos;, from {low} to {high}</source>
        <translation>{low} 到 {high} 的整数，或 &apos;low to high&apos; 形式的范围</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/task.py"/>
        <source>task {name}: labels up to {most} are more than classes={classes}</source>
        <translation>任务 {name}：标签最多 {most} 个，多于 classes={classes}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/task.py"/>
        <source>the path of a file</source>
        <translation>文件的路径</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/task.py"/>
        <source>the path of a file, or {names}</source>
        <translation>文件的路径，或 {names}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/task.py"/>
        <source>{owner}: no setting {name}; there are {names}</source>
        <translation>{owner}：没有设置 {name}；有 {names}</translation>
    </message>
    <message>
        <location filename="../../explorer/training/tasks/task.py"/>
        <source>{owner}: {name}={setting} is not {allowed}</source>
        <translation>{owner}：{name}={setting} 不允许；允许：{allowed}</translation>
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
        <location filename="../../explorer/ui/help_pages.py"/>
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
        <translation>按当前样本从大到小；全部样本共用此顺序</translation>
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
        <translation>移动所选类别，影响全部样本的顺序；也可按名称拖动行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/classes.py"/>
        <source>The held class</source>
        <translation>当前类别</translation>
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
        <translation>导出发现(&amp;E)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/doctor.py"/>
        <source>&amp;Next finding</source>
        <translation>下一条发现(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/doctor.py"/>
        <source>&amp;Previous finding</source>
        <translation>上一条发现(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/doctor.py"/>
        <source>&amp;Show the doctor</source>
        <translation>显示诊断(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/doctor.py"/>
        <location filename="../../explorer/ui/panels/samples_left.py"/>
        <source>Every finding of every sample, as CSV or JSON</source>
        <translation>全部样本的所有发现，存为 CSV 或 JSON</translation>
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
        <translation>重做{step}(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/edit.py"/>
        <source>&amp;Undo {step}</source>
        <translation>撤销{step}(&amp;U)</translation>
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
        <translation>公式手册(&amp;F)</translation>
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
        <translation>每个损失及其梯度、参数和读数；优化器与学习率安排</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/help.py"/>
        <source>Its study stays open</source>
        <translation>其研究仍打开</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/losses.py"/>
        <location filename="../../explorer/ui/commands.py"/>
        <location filename="../../explorer/ui/panels/changes.py"/>
        <source>Add {loss}</source>
        <translation>添加 {loss}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/losses.py"/>
        <location filename="../../explorer/ui/commands.py"/>
        <location filename="../../explorer/ui/panels/changes.py"/>
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
        <location filename="../../explorer/ui/descend_commands.py"/>
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
        <translation>复制此步(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>&amp;Go to step</source>
        <translation>转到此步(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>&amp;New story</source>
        <translation>新建故事(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>&amp;Open story…</source>
        <translation>打开故事(&amp;O)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>&amp;Record step</source>
        <translation>记录一步(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>&amp;Update step</source>
        <translation>更新此步(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>A file *.story.json, which can be dropped on the window too</source>
        <translation>*.story.json 文件，也可拖入窗口</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Its first step is what is on the desk now</source>
        <translation>第一步就是桌面现状</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Move step do&amp;wn</source>
        <translation>此步下移(&amp;W)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Move step u&amp;p</source>
        <translation>此步上移(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Open to edit: a copy goes into the study</source>
        <translation>打开以编辑：副本存入研究</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Re&amp;move step</source>
        <translation>移除此步(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Remove s&amp;tory</source>
        <translation>移除故事(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>S&amp;ave story as…</source>
        <translation>故事另存为(&amp;A)…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Steps of a story, with captions and notes, beside the cards</source>
        <translation>卡片旁显示故事的各步，带说明文字和备注</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>Story &amp;panel</source>
        <translation>故事面板(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>The chosen step shows what is on the desk now; its words and cards stay</source>
        <translation>所选步改为桌面现状；文字和卡片不变</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>The desk shows the chosen step, as an edit that can be undone</source>
        <translation>桌面显示所选步，作为一次可撤销的编辑</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/stories.py"/>
        <source>What is on the desk now, after the chosen step: the enlarged card, else bars and first card</source>
        <translation>把桌面现状记在所选步之后：放大的卡片，否则为柱形与第一张卡片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/table.py"/>
        <source>About the study, which the board of populations does not show: Esc goes back to it</source>
        <translation>针对研究，群体面板不显示研究：按 Esc 返回</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/actions/view.py"/>
        <source>&amp;All samples</source>
        <translation>全部样本(&amp;A)</translation>
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
        <location filename="../../explorer/ui/bars.py"/>
        <source>sample {number} of {samples}</source>
        <translation>样本 {number} / {samples}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/bars.py"/>
        <source>{name}, {number} of {samples}</source>
        <translation>{name}，{number} / {samples}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/canvas.py"/>
        <source>Choose another class for this axis</source>
        <translation>为此轴另选类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/canvas.py"/>
        <source>{card}: {handle}</source>
        <translation>{card}：{handle}</translation>
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
        <source>Nothing to choose</source>
        <translation>没有可选的</translation>
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
        <translation>LaTeX 表格(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>&amp;Numbers, with tabs</source>
        <translation>数值，制表符分隔(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>&amp;Picture</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>&amp;SVG drawing</source>
        <translation>SVG 图形(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Copy a script for Keras</source>
        <translation>复制 Keras 脚本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Copy a script for NumPy</source>
        <translation>复制 NumPy 脚本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Copy a script for torch</source>
        <translation>复制 torch 脚本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Copy card as LaTeX table</source>
        <translation>卡片复制为 LaTeX 表格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Copy card as Python lists</source>
        <translation>卡片复制为 Python 列表</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Copy card as SVG drawing</source>
        <translation>卡片复制为 SVG 图形</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Copy card as numbers</source>
        <translation>卡片复制为数值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Copy card as picture</source>
        <translation>卡片复制为图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>P&amp;ython lists</source>
        <translation>Python 列表(&amp;Y)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Script for &amp;Keras</source>
        <translation>Keras 脚本(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Script for &amp;torch</source>
        <translation>torch 脚本(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copies.py"/>
        <source>Script for N&amp;umPy</source>
        <translation>NumPy 脚本(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>Copied a script for {framework}</source>
        <translation>已复制 {framework} 脚本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Copied the picture of {card}, {width} × {height} pixels</source>
        <translation>已复制{card}的图片，{width} × {height} 像素</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Copied {card} as Python lists</source>
        <translation>已将{card}复制为 Python 列表</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Copied {card} as SVG</source>
        <translation>已将{card}复制为 SVG</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Copied {card} as a LaTeX table</source>
        <translation>已将{card}复制为 LaTeX 表格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Copied {count} row of numbers with their headings</source>
        <translation>已复制 {count} 行数值及其表头</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Copied {count} rows of numbers with their headings</source>
        <translation>已复制 {count} 行数值及其表头</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>Copied {text}</source>
        <translation>已复制 {text}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Copied {title} as {form}</source>
        <translation>已将{title}复制为 {form}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/copying.py"/>
        <source>Nothing to copy here</source>
        <translation>此处没有可复制的内容</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/figure_view.py"/>
        <source>This card failed: {kind}: {error}. Undo, or go to another sample.</source>
        <translation>此卡片出错：{kind}: {error}。撤销，或前往其他样本。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/gestures.py"/>
        <source>Drag</source>
        <translation>拖动</translation>
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
        <location filename="../../explorer/ui/panels/lesson.py"/>
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
        <location filename="../../explorer/ui/help_pages.py"/>
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
        <source>{cards}, +{count}</source>
        <translation>{cards}，+{count}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/pager.py"/>
        <source>{cards}, {page} of {pages}</source>
        <translation>{cards}，{page} / {pages}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/picking.py"/>
        <source>Click a class for the landscape&apos;s axis across. Esc leaves.</source>
        <translation>点击一个类别作为地形的横轴。按 Esc 放弃。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/picking.py"/>
        <source>Click a class for the landscape&apos;s axis up. Esc leaves.</source>
        <translation>点击一个类别作为地形的纵轴。按 Esc 放弃。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/cards/picking.py"/>
        <source>Click a class for the slice. Esc leaves.</source>
        <translation>点击一个类别作为切片方向。按 Esc 放弃。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>Add a class named</source>
        <translation>新类别的名称</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>No class is labelled.</source>
        <translation>没有已标注的类别。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>Rename {name} to</source>
        <translation>将 {name} 重命名为</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>Scale the logit of {name} by</source>
        <translation>{name} 的 logit 乘以</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>Scale {count} logits by</source>
        <translation>{count} 个 logit 乘以</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>Set the logit of {name} to</source>
        <translation>{name} 的 logit 设为</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>Set the target of {name} to</source>
        <translation>{name} 的目标设为</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>Set {count} logits to</source>
        <translation>{count} 个 logit 设为</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>Set {count} targets to</source>
        <translation>{count} 个目标设为</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>Shift the logit of {name} by</source>
        <translation>{name} 的 logit 加上</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>Shift {count} logits by</source>
        <translation>{count} 个 logit 加上</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>The classes are sorted by logit.</source>
        <translation>类别已按 logit 排序。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>The classes are sorted by name.</source>
        <translation>类别已按名称排序。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>The classes are sorted by target.</source>
        <translation>类别已按目标排序。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>{name} as {form}</source>
        <translation>{name}，{form}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/class_commands.py"/>
        <source>{problem}; {allowed}</source>
        <translation>{problem}；{allowed}</translation>
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
        <source>&amp;Look in:</source>
        <translation>位置(&amp;L)：</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <location filename="../../explorer/ui/doctor_commands.py"/>
        <location filename="../../explorer/ui/population_files.py"/>
        <location filename="../../explorer/ui/population_left.py"/>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>Leave the file</source>
        <translation>不动该文件</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <location filename="../../explorer/ui/population_files.py"/>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>Not saved: {name} is there already.</source>
        <translation>没有保存：{name} 已经存在。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>Not saved: {name} was changed by another window or program meanwhile.</source>
        <translation>未保存：{name} 已被另一个窗口或程序修改。</translation>
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
        <location filename="../../explorer/ui/doctor_commands.py"/>
        <location filename="../../explorer/ui/population_files.py"/>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <source>Save the study</source>
        <translation>保存研究</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/commands.py"/>
        <location filename="../../explorer/ui/population_files.py"/>
        <location filename="../../explorer/ui/program/crash.py"/>
        <location filename="../../explorer/ui/program/long_files.py"/>
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
        <location filename="../../explorer/ui/share_commands.py"/>
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
        <location filename="../../explorer/ui/controls/numbers.py"/>
        <source>numbers from {low} to {high}</source>
        <translation>{low} 到 {high} 的数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/controls/numbers.py"/>
        <source>numbers from {low} to {high}, one or {count} with commas between them</source>
        <translation>{low} 到 {high} 的数，一个，或以逗号分隔的 {count} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/controls/numbers.py"/>
        <source>whole numbers from {low} to {high}</source>
        <translation>{low} 到 {high} 的整数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/controls/numbers.py"/>
        <source>whole numbers from {low} to {high}, one or {count} with commas between them</source>
        <translation>{low} 到 {high} 的整数，一个，或以逗号分隔的 {count} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/controls/numbers.py"/>
        <source>{name}: {problem}; allowed: {words}</source>
        <translation>{name}：{problem}；允许：{words}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/controls/numbers.py"/>
        <source>{name}: “{text}” is {count} numbers; allowed: {words}</source>
        <translation>{name}：“{text}”是 {count} 个数；允许：{words}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/controls/numbers.py"/>
        <source>{value} is not whole</source>
        <translation>{value} 不是整数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/controls/numbers.py"/>
        <source>{value} is out of range</source>
        <translation>{value} 超出范围</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/controls/numbers.py"/>
        <source>“{text}” is no number</source>
        <translation>“{text}”不是数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/descend_commands.py"/>
        <source>Back to step 0: a descent starts from the study, which was edited.</source>
        <translation>回到第 0 步：研究已修改，下降从它开始。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/descend_commands.py"/>
        <source>Descents now start at step {step} of {loss}. Undo goes back there.</source>
        <translation>下降现在从 {loss} 的第 {step} 步开始。撤销可回到那里。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/descend_commands.py"/>
        <source>Keep step {step} of {loss}</source>
        <translation>保留 {loss} 的第 {step} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/descend_commands.py"/>
        <source>Nothing to keep: {loss} diverged before step {step}.</source>
        <translation>没有可保留的：{loss} 在第 {step} 步之前已发散。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/descend_commands.py"/>
        <source>Set {setting} of the descent</source>
        <translation>设置下降的{setting}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/descend_commands.py"/>
        <source>Step {step} of {loss} is the study as it is.</source>
        <translation>{loss} 的第 {step} 步就是研究的现状。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/descend_commands.py"/>
        <source>Usual settings of the descent</source>
        <translation>下降的常用设置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/descend_commands.py"/>
        <location filename="../../explorer/ui/panels/timeline_plan.py"/>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/descend_commands.py"/>
        <source>{done}: a descent now starts there. Undo shows that step again.</source>
        <translation>{done}：下降现在从那里开始。撤销后又显示那一步。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/descend_commands.py"/>
        <source>{optimizer}, lr {rate}</source>
        <translation>{optimizer}，lr {rate}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/descend_commands.py"/>
        <source>{optimizer}, lr {rate}, {steps} steps, {speed}</source>
        <translation>{optimizer}，lr {rate}，{steps} 步，{speed}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/descend_commands.py"/>
        <source>{steps} steps a second</source>
        <translation>每秒 {steps} 步</translation>
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
        <location filename="../../explorer/ui/doctor_commands.py"/>
        <source>All samples are evaluated first; then it can be asked for again.</source>
        <translation>先计算全部样本，之后再试一次。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/doctor_commands.py"/>
        <location filename="../../explorer/ui/export_film.py"/>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <location filename="../../explorer/ui/panels/samples_progress.py"/>
        <location filename="../../explorer/ui/population_runs.py"/>
        <location filename="../../explorer/ui/program/long_files.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/doctor_commands.py"/>
        <source>Export findings</source>
        <translation>导出发现</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/doctor_commands.py"/>
        <source>No sample that is listed has a finding.</source>
        <translation>列出的样本都没有发现问题。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/doctor_commands.py"/>
        <source>Not written: {name} is there already.</source>
        <translation>未写入：{name} 已存在。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/doctor_commands.py"/>
        <source>Nothing was found in any sample.</source>
        <translation>所有样本都没有发现问题。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/doctor_commands.py"/>
        <source>Writing {name}: {done} of {total} samples</source>
        <translation>正在写入 {name}：{done} / {total} 个样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/doctor_commands.py"/>
        <source>Writing {name}…</source>
        <translation>正在写入 {name}…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/doctor_commands.py"/>
        <source>Wrote {count} finding to {name}</source>
        <translation>已把 {count} 项发现写入 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/doctor_commands.py"/>
        <source>Wrote {count} findings to {name}</source>
        <translation>已把 {count} 项发现写入 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/doctor_commands.py"/>
        <location filename="../../explorer/ui/population_files.py"/>
        <source>{name} was not written: {reason}</source>
        <translation>{name} 未能写入：{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/doctor_commands.py"/>
        <source>{title} findings</source>
        <translation>{title} 发现</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/dropping.py"/>
        <source>Drop a table</source>
        <translation>拖入表格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/dropping.py"/>
        <source>dropped text</source>
        <translation>拖入的文本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>Cancel the film</source>
        <translation>取消影片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <location filename="../../explorer/ui/notice.py"/>
        <location filename="../../explorer/ui/program/crash.py"/>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <location filename="../../explorer/ui/share_dialog.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <location filename="../../explorer/ui/program/crash.py"/>
        <location filename="../../explorer/ui/share_dialog.py"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>Making the film: {share} %</source>
        <translation>正在制作影片：{share} %</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>Making {name}</source>
        <translation>正在制作 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>No film was made</source>
        <translation>影片未能完成</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>This picture onto the clipboard</source>
        <translation>将此图片放入剪贴板</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>Vectors, {size}</source>
        <translation>矢量，{size}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>Writing {name}</source>
        <translation>正在写入 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>{name} is there, {bytes}</source>
        <translation>{name} 已写好，{bytes}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>{name}: its ending is no format; allowed are {allowed}</source>
        <translation>{name}：扩展名不是可用的格式；可用：{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>{pixels}, {size}</source>
        <translation>{pixels}，{size}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>{size} pixels</source>
        <translation>{size} 像素</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_dialog.py"/>
        <source>{size} pixels; allowed are {low} to {high} a side</source>
        <translation>{size} 像素；边长允许 {low} 到 {high}</translation>
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
        <translation>同屏幕</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Beside the bars</source>
        <translation>柱形旁</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Font size</source>
        <translation>字号</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Keep the state in the picture</source>
        <translation>在图片中保存状态</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Keep the state inside</source>
        <translation>存入图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Moves</source>
        <translation>变化</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Of a PNG measured in mm or inches</source>
        <translation>以毫米或英寸计的 PNG</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Of the whole film, with its rests at both ends</source>
        <translation>整个影片的长度，包括两端的停顿</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Own size</source>
        <translation>自定大小</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Shows</source>
        <translation>显示</translation>
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
        <translation>影片的大小</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Speaker&apos;s notes under each step</source>
        <translation>每一步下面的讲者备注</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Under each step</source>
        <translation>在每一步下面</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>What moves</source>
        <translation>变化的量</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Whoever drops the picture on this window, or opens it, has the study back</source>
        <translation>把图片拖入此窗口或打开它，即可取回研究</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>dots an inch</source>
        <translation>点/英寸</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>points</source>
        <translation>磅</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_form.py"/>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_moving.py"/>
        <source>Film of a sweep</source>
        <translation>扫描的影片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_moving.py"/>
        <source>Film of the descent</source>
        <translation>下降的影片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_moving.py"/>
        <source>Logit of {name}</source>
        <translation>{name} 的 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_moving.py"/>
        <source>Sharpening α</source>
        <translation>锐化 α</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_moving.py"/>
        <source>Target of {name}</source>
        <translation>{name} 的目标</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_moving.py"/>
        <source>The story</source>
        <translation>故事</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_moving.py"/>
        <source>{loss}, {setting}</source>
        <translation>{loss}，{setting}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>4K, 3840 × 2160</source>
        <translation>4K，3840 × 2160</translation>
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
        <translation>GIF</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>HTML, a talk pack</source>
        <translation>HTML 讲稿包</translation>
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
        <translation>MP4</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>One column, 84 mm</source>
        <translation>单栏，84 mm</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>Slide, 1920 × 1080</source>
        <translation>幻灯片，1920 × 1080</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_plan.py"/>
        <source>Two columns, 174 mm</source>
        <translation>双栏，174 mm</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_preview.py"/>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_sources.py"/>
        <source>The whole board</source>
        <translation>整个桌面</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/export_sources.py"/>
        <source>board</source>
        <translation>桌面</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>+ in the title</source>
        <translation>标题中的 +</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>0, 1, S</source>
        <translation>0、1、S</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>10, 100</source>
        <translation>10, 100</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <location filename="../../explorer/ui/panels/sample_groups.py"/>
        <source>All samples</source>
        <translation>全部样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Alt+Up, Alt+Down</source>
        <translation>Alt+上、Alt+下</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Anywhere</source>
        <translation>任何地方</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Bars and labels</source>
        <translation>条形与标签</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Click a finding</source>
        <translation>点击一条发现</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Click a label</source>
        <translation>点击标签</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Click a name in it</source>
        <translation>点击其中的名称</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Click a run</source>
        <translation>点击一次运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Click a tile</source>
        <translation>点击小图</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Click a title</source>
        <translation>点击列标题</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Click an axis&apos; title</source>
        <translation>点击坐标轴标题</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Click in Label flips</source>
        <translation>在“翻转标签”中点击</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Click its links</source>
        <translation>点击其中的链接</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Ctrl and a click</source>
        <translation>Ctrl 加点击</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Ctrl+C, Ctrl+V</source>
        <translation>Ctrl+C、Ctrl+V</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <location filename="../../explorer/ui/panels/doctor.py"/>
        <source>Doctor</source>
        <translation>诊断</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Double click a slider</source>
        <translation>双击滑块</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Double click a value</source>
        <translation>双击数值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Double click the title</source>
        <translation>双击标题</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Drag a bar</source>
        <translation>拖动条形</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Drag a name</source>
        <translation>拖动名称</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Drag in Landscape</source>
        <translation>在“地形”中拖动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Drag in Peel</source>
        <translation>在“剥离”中拖动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Drag in Sharpening</source>
        <translation>在“锐化”中拖动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Drag in Slice</source>
        <translation>在“切片”中拖动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Drag in Sweeps</source>
        <translation>在“扫描”中拖动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Drag in Thresholds</source>
        <translation>在“阈值”中拖动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Drag over a label</source>
        <translation>在标签上拖动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Drag over bars</source>
        <translation>在条形上拖动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Drag the cursor</source>
        <translation>拖动游标</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Drag the timeline</source>
        <translation>拖动时间轴</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Drag the title</source>
        <translation>拖动标题</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Drag, keys</source>
        <translation>拖动、按键</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Drop a file, or two</source>
        <translation>拖入一个或两个文件</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Edit logits and label sets; losses, gradients and sharpening answer at once.</source>
        <translation>编辑 logit 和标签集，损失、梯度和锐化立即响应。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Enlarge a card</source>
        <translation>放大卡片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Figures of the View menu</source>
        <translation>“视图”菜单中的图</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Insert</source>
        <translation>Insert</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Keys and gestures</source>
        <translation>按键与手势</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Left, Right</source>
        <translation>左、右</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>List of more than 60 classes</source>
        <translation>超过 60 个类别的列表</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <location filename="../../explorer/ui/panels/loss_rows.py"/>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <location filename="../../explorer/ui/panels/population_fields.py"/>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>Losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Losses are computed in float64 and summed over classes, in nat. MIT licence.</source>
        <translation>损失以 float64 计算，对类别求和，单位 nat。MIT 许可证。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Point</source>
        <translation>指向</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Press above it</source>
        <translation>在它上方按下</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Return, double click</source>
        <translation>Return、双击</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Right click, Menu key</source>
        <translation>右键、菜单键</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Several classes</source>
        <translation>多个类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Shift and a click</source>
        <translation>Shift 加点击</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Shift and a drag</source>
        <translation>Shift 加拖动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Table of classes</source>
        <translation>类别表格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Type, Return</source>
        <translation>输入、Return</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Up, Down</source>
        <translation>上、下</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Wheel, PgUp, PgDown</source>
        <translation>滚轮、PgUp、PgDown</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>Wheel, drag beside</source>
        <translation>滚轮、在旁边拖动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>act on all; so does the menu Classes</source>
        <translation>作用于全部所选；“类别”菜单亦然</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>adds a class</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>another class; Home, End the outermost</source>
        <translation>换一个类别；Home、End 到两端</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>bce &gt; 2 owl</source>
        <translation>bce &gt; 2 owl</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>chooses it, for Open as study</source>
        <translation>选中它，供“作为研究打开”使用</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>copies every digit</source>
        <translation>复制全部数位</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>copies, axes, enlarges</source>
        <translation>复制、坐标轴、放大</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>copy, paste cells, also of spreadsheets</source>
        <translation>复制、粘贴单元格，电子表格亦可</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>edits a cell, goes to the next row</source>
        <translation>编辑单元格，转到下一行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>enlarges, or back; so does Return</source>
        <translation>放大或还原；Return 亦然</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>fix, show, lesson</source>
        <translation>修正、查看、课程</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>goes to a step; edits start there</source>
        <translation>转到某一步；编辑从那里开始</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>goes to another update</source>
        <translation>转到另一次更新</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>goes to the sample</source>
        <translation>转到该样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>in the filter: conditions, parts of the name</source>
        <translation>在筛选框中：条件、名称的一部分</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>in the overview: goes to the class there</source>
        <translation>在概览中：转到该处的类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>keeps it open</source>
        <translation>让它保持打开</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>lists these only; a double click all</source>
        <translation>只列出这些；双击列出全部</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>makes a soft target, from 0 to 1</source>
        <translation>得到 0 到 1 的软目标</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>moves the class, or the selected ones</source>
        <translation>移动该类别，或所选类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>moves the logit; everything follows</source>
        <translation>移动 logit；其余随之变化</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>moves the same logit as the bar</source>
        <translation>移动与条形相同的 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>moves two logits at once</source>
        <translation>同时移动两个 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>not labelled, labelled, soft</source>
        <translation>未标注、已标注、软标签</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>on or off</source>
        <translation>打开或关闭</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>opens a study or table; logits and targets</source>
        <translation>打开研究或表格；logit 和目标</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>puts back what is dragged, else one step out</source>
        <translation>撤回拖动，否则退出一层</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>puts the card elsewhere</source>
        <translation>把卡片放到别处</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>puts the setting back</source>
        <translation>恢复默认设置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>reads F1 there</source>
        <translation>读取该处的 F1</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>reads the place, marks its class on all cards</source>
        <translation>读取该处，在所有卡片上标出其类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>says more of it</source>
        <translation>显示更多说明</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>scroll</source>
        <translation>滚动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>selects as far as there; also Shift and arrows</source>
        <translation>选到该处；Shift 加方向键亦可</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>selects one more, or one less</source>
        <translation>多选或少选一个</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>selects what lies inside</source>
        <translation>选择框内的类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>sets ε of losses</source>
        <translation>设置损失的 ε</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>sets λ</source>
        <translation>设置 λ</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>shows all logits scaled by α, changes none</source>
        <translation>显示所有 logit 乘以 α，不作更改</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>shows the copy of that loss</source>
        <translation>显示该损失的副本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>sorts; again, the other way round</source>
        <translation>排序；再点反向</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>the curves show that place</source>
        <translation>曲线显示该处</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>the logit by 0.1, as on a bar</source>
        <translation>logit 变 0.1，与条形相同</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>the logit by 0.1; Shift 1, Ctrl 0.01</source>
        <translation>logit 变 0.1；Shift 变 1，Ctrl 变 0.01</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>the one before, the next</source>
        <translation>上一个、下一个</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>then a class: it comes onto the axis</source>
        <translation>再点类别：它就成为该轴</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>turns that label</source>
        <translation>翻转该标签</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>typed: both values, side by side</source>
        <translation>输入：两个值并排比较</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>zooms, moves; a double click fits again</source>
        <translation>缩放、平移；双击恢复合适大小</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/help_pages.py"/>
        <source>{losses} losses, {rules} rules of the doctor, {lessons} lessons.</source>
        <translation>{losses} 个损失，{rules} 条诊断规则，{lessons} 节课程。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/jobs.py"/>
        <source>Differentiating by torch</source>
        <translation>用 torch 求导</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/jobs.py"/>
        <source>Evaluating all samples</source>
        <translation>计算全部样本</translation>
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
        <source>Reading the text</source>
        <translation>正在读取文本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/jobs.py"/>
        <location filename="../../explorer/ui/panels/population_form.py"/>
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
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/jobs.py"/>
        <source>Writing findings</source>
        <translation>写入发现</translation>
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
        <location filename="../../explorer/ui/lesson_commands.py"/>
        <source>Back to “{study}”.</source>
        <translation>回到“{study}”。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/lesson_commands.py"/>
        <source>Reset the lesson</source>
        <translation>重置课程</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/lesson_commands.py"/>
        <source>The lesson “{lesson}”</source>
        <translation>课程“{lesson}”</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/lesson_commands.py"/>
        <source>Your changes stay with “{lesson}” until the window closes.</source>
        <translation>你的修改保留在“{lesson}”中，直到窗口关闭。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/lesson_commands.py"/>
        <source>Your changes to this lesson are still here; Reset puts it as it was.</source>
        <translation>你对本课的修改仍在；“重置”可恢复原样。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/notice.py"/>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/notice.py"/>
        <source>error</source>
        <comment>severity</comment>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/notice.py"/>
        <source>note</source>
        <comment>severity</comment>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/notice.py"/>
        <source>warning</source>
        <comment>severity</comment>
        <translation>警告</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/notice.py"/>
        <source>{severity}: {text}</source>
        <translation>{severity}：{text}</translation>
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
        <location filename="../../explorer/ui/panels/cells.py"/>
        <source>Logit s, before any sigmoid</source>
        <translation>logit s，尚未经过 sigmoid</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/cells.py"/>
        <source>Name of the class; bold when it is labelled (t above 1/2)</source>
        <translation>类别名称；已标注（t 大于 1/2）时为粗体</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/cells.py"/>
        <source>Target t: 0, 1 or soft</source>
        <translation>目标 t：0、1 或软目标</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/cells.py"/>
        <source>allowed: any number, nan, inf, -inf</source>
        <translation>允许：任意数, nan, inf, -inf</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/cells.py"/>
        <source>logit of {name}: {problem}; {allowed}</source>
        <translation>{name} 的 logit：{problem}；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/cells.py"/>
        <source>target of {name}: {problem}; {allowed}</source>
        <translation>{name} 的目标：{problem}；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/cells.py"/>
        <source>σ(2s): the probability that soft ZLPR reads in a logit</source>
        <translation>σ(2s)：软 ZLPR 从 logit 读出的概率</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/cells.py"/>
        <source>σ(s): the probability that BCE reads in a logit</source>
        <translation>σ(s)：BCE 从 logit 读出的概率</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/changes.py"/>
        <source>Move {loss}</source>
        <translation>移动 {loss}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/changes.py"/>
        <source>Pin</source>
        <translation>钉住</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/changes.py"/>
        <source>Reset settings of {loss}</source>
        <translation>重置 {loss} 的设置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/changes.py"/>
        <location filename="../../explorer/ui/panels/loss_card.py"/>
        <source>Set {parameter} of {loss}</source>
        <translation>设置 {loss} 的 {parameter}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/changes.py"/>
        <source>Switch {loss} off</source>
        <translation>关闭 {loss}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/changes.py"/>
        <source>Switch {loss} on</source>
        <translation>打开 {loss}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/changes.py"/>
        <source>Use {other} for {loss}</source>
        <translation>用 {other} 代替 {loss}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/class_list.py"/>
        <source>Add {name}</source>
        <translation>添加 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/class_list.py"/>
        <source>Move {classes}</source>
        <translation>移动 {classes}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/class_list.py"/>
        <source>Remove {classes}</source>
        <translation>移除 {classes}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/class_list.py"/>
        <source>Rename {name}</source>
        <translation>给 {name} 重命名</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/class_list.py"/>
        <source>Sort classes by logit</source>
        <translation>类别按 logit 排序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/class_list.py"/>
        <source>Sort classes by name</source>
        <translation>类别按名称排序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/class_list.py"/>
        <source>Sort classes by target</source>
        <translation>类别按目标排序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/class_list.py"/>
        <source>all {count} classes are chosen; a table needs one</source>
        <translation>已选中全部 {count} 个类别；表格至少要有一个</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/class_list.py"/>
        <source>name of class {name}</source>
        <translation>类别 {name} 的名称</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/class_list.py"/>
        <source>new class</source>
        <translation>新类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/class_list.py"/>
        <source>{name} is the only class; a table needs one</source>
        <translation>{name} 是唯一的类别；表格至少要有一个</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/class_list.py"/>
        <source>{what}: {reason}; allowed: any name that no other class has</source>
        <translation>{what}：{reason}；允许：其他类别没有用过的名称</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/class_list.py"/>
        <source>“{name}” is the name of another class</source>
        <translation>“{name}”是另一个类别的名称</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/class_list.py"/>
        <source>“” is empty</source>
        <translation>“”为空</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes.py"/>
        <source>Copy name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes.py"/>
        <source>Copy number</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes.py"/>
        <source>Paste numbers</source>
        <translation>粘贴数值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_add.py"/>
        <source>Add a class</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_add.py"/>
        <source>Add a class (Insert)
At the end, with logit 0 and target 0 in every sample</source>
        <translation>添加类别 (Insert)
加在末尾，每个样本中 logit 为 0，目标为 0</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_add.py"/>
        <source>Name of the new class</source>
        <translation>新类别的名称</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_add.py"/>
        <source>name of the new class</source>
        <translation>新类别的名称</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_model.py"/>
        <source>s at step {step}</source>
        <translation>第 {step} 步的 s</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_model.py"/>
        <source>{head} of {name} = {number}</source>
        <translation>{name} 的{head} = {number}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_model.py"/>
        <source>{head} of {name} = {number} at step {step}; typing here lets descents start from this step</source>
        <translation>{name} 的 {head} = {number} （第 {step} 步）；在此键入后，下降从这一步开始</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_model.py"/>
        <source>{head} of {name}: {text}</source>
        <translation>{name} 的{head}：{text}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_model.py"/>
        <source>{head} of {name}: {text}, selected</source>
        <translation>{name} 的{head}：{text}，已选中</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_paste.py"/>
        <source>Paste a number</source>
        <translation>粘贴一个数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_paste.py"/>
        <source>Paste {count} numbers</source>
        <translation>粘贴 {count} 个数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_paste.py"/>
        <source>paste: a header alone; allowed are rows of numbers under it</source>
        <translation>粘贴：只有表头；下面还应有数值行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_paste.py"/>
        <source>paste: nothing is on the clipboard; allowed: numbers, one a line, or columns with tabs</source>
        <translation>粘贴：剪贴板为空；允许：每行一个数，或以制表符分隔的列</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_paste.py"/>
        <source>paste: one number over a name or a reading; allowed: over s or t</source>
        <translation>粘贴：名称或读数上不能粘贴单个数；允许：粘贴到 s 或 t</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_paste.py"/>
        <source>paste: readings follow from the logits; allowed: over the name, s or t</source>
        <translation>粘贴：读数由 logit 算出；允许：粘贴到名称、s 或 t</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_paste.py"/>
        <source>paste: row {row} has {cells} cells; allowed are {allowed}, as in row 1</source>
        <translation>粘贴：第 {row} 行有 {cells} 格；应与第 1 行一样有 {allowed} 格</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_paste.py"/>
        <source>paste: row {row}, {problem}; {allowed}</source>
        <translation>粘贴：第 {row} 行，{problem}；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_paste.py"/>
        <source>paste: row {row}, “{name}” is no class of this table; allowed are its classes&apos; names</source>
        <translation>粘贴：第 {row} 行，“{name}”不是此表格的类别；允许：表格中类别的名称</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_paste.py"/>
        <source>paste: row {row}, “{name}” is there twice; allowed is once</source>
        <translation>粘贴：第 {row} 行，“{name}”出现两次；只允许一次</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_paste.py"/>
        <source>paste: {columns} columns; allowed are 1 or 2, logits and targets</source>
        <translation>粘贴：共 {columns} 列；允许 1 或 2 列，即 logit 和目标</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_paste.py"/>
        <source>paste: {columns} columns; allowed are 1, targets</source>
        <translation>粘贴：共 {columns} 列；允许 1 列，即目标</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_paste.py"/>
        <source>paste: {count} rows from {name} on; there are {left}</source>
        <translation>粘贴：从 {name} 起要 {count} 行；只有 {left} 行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/classes_view.py"/>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/distribution.py"/>
        <source>drag over bars: list these only; double click: list all</source>
        <translation>拖过柱形：只列出这些样本；双击：列出全部</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/distribution.py"/>
        <source>{low} to {high}: {count} samples</source>
        <translation>{low} 到 {high}：{count} 个样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/doctor.py"/>
        <source>Doctor, {found}; open the list</source>
        <translation>诊断，{found}；打开列表</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/doctor.py"/>
        <source>Nothing about this sample by itself; {count} finding about the table.</source>
        <translation>这个样本本身没有问题；表格有 {count} 项发现。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/doctor.py"/>
        <source>Nothing about this sample by itself; {count} findings about the table.</source>
        <translation>这个样本本身没有问题；表格有 {count} 项发现。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/doctor.py"/>
        <source>Nothing to say about this sample.</source>
        <translation>这个样本没有问题。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/doctor_list.py"/>
        <location filename="../../explorer/ui/panels/samples_left.py"/>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/doctor_row.py"/>
        <source>click: fold it again</source>
        <translation>单击：重新折叠</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/doctor_row.py"/>
        <source>click: why it matters and what to do</source>
        <translation>单击：为何重要，如何处理</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/doctor_row.py"/>
        <source>show</source>
        <comment>what a finding is about</comment>
        <translation>查看</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/editor.py"/>
        <source>Rows of the list of classes</source>
        <translation>类别列表的行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/history.py"/>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/history.py"/>
        <source>History, 1 step</source>
        <translation>历史，1 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/history.py"/>
        <source>History, no steps yet</source>
        <translation>历史，还没有步骤</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/history.py"/>
        <source>History, {count} steps</source>
        <translation>历史，{count} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/history.py"/>
        <source>Opened</source>
        <translation>打开时</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/history.py"/>
        <source>{step}, now</source>
        <translation>{step}，当前</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/history.py"/>
        <source>{step}, undone</source>
        <translation>{step}，已撤销</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/label_counts.py"/>
        <source>For each class the samples without the label over those with it, both at least 1</source>
        <translation>每个类别：没有该标签的样本数除以有该标签的样本数，两者至少为 1</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/label_counts.py"/>
        <source>{change} from label counts</source>
        <translation>由标签计数{change}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/lesson.py"/>
        <source>Lessons in {language}</source>
        <translation>用 {language} 显示课程</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/list_tools.py"/>
        <source>A part of a name, or an index. Enter holds the first one found.</source>
        <translation>名称的一部分或序号。按 Enter 选定找到的第一个。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/list_tools.py"/>
        <source>Classes listed: {which}</source>
        <translation>列出的类别：{which}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/list_tools.py"/>
        <source>Find a class</source>
        <translation>查找类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/list_tools.py"/>
        <source>Find a class, or type {index}</source>
        <translation>查找类别，或输入 {index}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/list_tools.py"/>
        <source>Order by gradient</source>
        <translation>按梯度排列</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/list_tools.py"/>
        <source>Order by index</source>
        <translation>按序号排列</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/list_tools.py"/>
        <source>Order by label</source>
        <translation>按标签排列</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/list_tools.py"/>
        <source>Order by logit</source>
        <translation>按 logit 排列</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/list_tools.py"/>
        <source>Top {most} by gradient</source>
        <translation>梯度最大的前 {most} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/list_tools.py"/>
        <source>Which classes are listed: {which}</source>
        <translation>列出哪些类别：{which}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/list_tools.py"/>
        <source>top {most}</source>
        <translation>前 {most}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_card.py"/>
        <source>Copied {value}</source>
        <translation>已复制 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_card.py"/>
        <source>How to read it, in the menu, shows the gradient&apos;s formula too</source>
        <translation>菜单中的“如何理解”也给出梯度的公式</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_card.py"/>
        <source>Menu of {loss}</source>
        <translation>{loss} 的菜单</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_card.py"/>
        <source>Show {loss} in the cards</source>
        <translation>在卡片中显示 {loss}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_card.py"/>
        <source>takes {labels}</source>
        <translation>接受{labels}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_card.py"/>
        <source>{loss} is off</source>
        <translation>{loss} 已关闭</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_rows.py"/>
        <source>click for its card</source>
        <translation>点击打开卡片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_rows.py"/>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_rows.py"/>
        <source>{loss}, open its card</source>
        <translation>{loss}，打开它的卡片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <source>F1 counts targets above 1/2 as labelled</source>
        <translation>F1 把大于 1/2 的目标算作已标注</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>No reading of its logits is a probability</source>
        <translation>它的 logit 没有可读作概率的读数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <source>No value: {problem}</source>
        <translation>没有数值：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <source>double click copies every digit</source>
        <translation>双击复制全部数位</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <source>k is the number of targets above 1/2</source>
        <translation>k 是大于 1/2 的目标的个数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <source>lowest possible for these targets: {value}</source>
        <translation>这些目标的下限：{value}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <source>pin</source>
        <translation>钉住</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <source>pinned logits to compare with, whatever the labels</source>
        <translation>用来比较的钉住的 logit，与标签无关</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <source>the logits or targets hold nan or an infinity, or the value is beyond float64</source>
        <translation>logit 或目标中有 nan 或无穷，或数值超出 float64</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <source>use {loss}</source>
        <translation>改用 {loss}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <source>{labels}, and pinned logits to compare with</source>
        <translation>{labels}，以及用来比较的钉住的 logit</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <source>{labels}; its logits are cosines</source>
        <translation>{labels}；它的 logit 是余弦</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <source>{labels}; its logits are predictions</source>
        <translation>{labels}；它的 logit 是预测</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <source>{low} to {high}, a whole number</source>
        <translation>{low} 到 {high} 的整数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <source>{low} to {high}, one number, or one for each class with commas between them</source>
        <translation>{low} 到 {high}，一个数，或每类一个并以逗号分隔</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/loss_words.py"/>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>{name}: {words}</source>
        <translation>{name}：{words}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <location filename="../../explorer/ui/panels/population_fields.py"/>
        <source>Add a loss</source>
        <translation>添加损失</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <source>Copied the formula of {loss}</source>
        <translation>已复制 {loss} 的公式</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <source>Copy formula as LaTeX</source>
        <translation>复制公式为 LaTeX</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <source>Every loss is shown</source>
        <translation>所有损失都已显示</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <source>How to read it</source>
        <translation>如何理解</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <source>Left out: {problem}</source>
        <translation>未载入：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <source>Left out: {problem}; and {count} more, which loss-explorer losses names</source>
        <translation>未载入：{problem}；另有 {count} 个，见 loss-explorer losses</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <source>Reset settings</source>
        <translation>重置设置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <source>Set {parameter} from label counts</source>
        <translation>由标签计数设置 {parameter}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <source>Show in the landscape</source>
        <translation>在地形中显示</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/losses.py"/>
        <source>Takes {labels}</source>
        <translation>接受{labels}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/parameter_row.py"/>
        <source>Setting of {loss}</source>
        <translation>{loss} 的设置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/parameter_row.py"/>
        <source>double click: back to {value}</source>
        <translation>双击：恢复为 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/parameter_row.py"/>
        <source>{words}; {allowed}</source>
        <translation>{words}；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population.py"/>
        <source>Result: {name}</source>
        <translation>结果：{name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population.py"/>
        <source>auto</source>
        <comment>a device</comment>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population.py"/>
        <source>mean over rows, sum over classes</source>
        <translation>对行取均值，对类别求和</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population.py"/>
        <source>seeds {first} to {last}</source>
        <translation>种子 {first} 到 {last}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <location filename="../../explorer/ui/panels/population_menus.py"/>
        <location filename="../../explorer/ui/population_left.py"/>
        <source>Forget…</source>
        <translation>丢弃…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>Go on with {stopped}</source>
        <translation>继续：{stopped}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>How far the training is</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>Let go of the training that was stopped, and of its checkpoint</source>
        <translation>丢弃已停止的训练及其检查点</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>Nothing has run yet.</source>
        <translation>还没有运行过。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <location filename="../../explorer/ui/panels/timeline.py"/>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <location filename="../../explorer/ui/panels/population_menus.py"/>
        <location filename="../../explorer/ui/population_commands.py"/>
        <location filename="../../explorer/ui/population_left.py"/>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <location filename="../../explorer/ui/panels/population_menus.py"/>
        <source>Show one result alone</source>
        <translation>只显示一个结果</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>Show the newest</source>
        <translation>显示最新</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>Stopped ({count})</source>
        <translation>已停止（{count}）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>The figures stay at the update that was chosen: go to the last there is, and along with it (End, or a double click on the cursor)</source>
        <translation>图停留在所选的更新：转到最后一次并随之前进（End 键，或双击游标）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <location filename="../../explorer/ui/panels/population_menus.py"/>
        <source>Trainings that were stopped</source>
        <translation>已停止的训练</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>Trainings that were stopped and can go on</source>
        <translation>已停止、可以继续的训练</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>took {time}</source>
        <translation>用时 {time}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <location filename="../../explorer/ui/population_training.py"/>
        <source>update {update} of {total}</source>
        <translation>更新 {update} / {total}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>{hours} h</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>{runs} running, {failed} diverged</source>
        <translation>{runs} 次在运行，{failed} 次发散</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>{runs} runs</source>
        <translation>{runs} 次运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>{runs} runs, {failed} diverged</source>
        <translation>{runs} 次运行，{failed} 次发散</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>{side}: {name}</source>
        <translation>{side}：{name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>{so_far}, about {left} left</source>
        <translation>{so_far}，还需约 {left}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>{title}, stopped at {update}</source>
        <translation>{title}，停在{update}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>{updates} updates</source>
        <translation>{updates} 次更新</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>{update}, part {part} of {parts}</source>
        <translation>{update}，第 {part} / {parts} 部分</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>{update}, paused</source>
        <translation>{update}，已暂停</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_bar.py"/>
        <source>{update}, stopped</source>
        <translation>{update}，已停止</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_cards.py"/>
        <source>Click a run first</source>
        <translation>先点击一次运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_cards.py"/>
        <source>Open as study</source>
        <translation>打开为研究</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_cards.py"/>
        <source>The chosen run at the update shown, as a study of its own</source>
        <translation>把所选运行在所示更新时的状态作为单独的研究</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_changes.py"/>
        <source>, changed</source>
        <translation>（已改）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_changes.py"/>
        <source>high</source>
        <comment>an end</comment>
        <translation>大</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_changes.py"/>
        <source>low</source>
        <comment>an end</comment>
        <translation>小</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_changes.py"/>
        <source>{count} expectation</source>
        <translation>{count} 项预期</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_changes.py"/>
        <source>{count} expectations</source>
        <translation>{count} 项预期</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_changes.py"/>
        <source>{count} recorded update</source>
        <translation>{count} 个记录的更新</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_changes.py"/>
        <source>{count} recorded updates</source>
        <translation>{count} 个记录的更新</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_estimate.py"/>
        <source>A field is not understood</source>
        <translation>有一栏无法理解</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_estimate.py"/>
        <source>It cannot run like this</source>
        <translation>这样无法运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_expected.py"/>
        <source>Fewer lines</source>
        <translation>收起</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_expected.py"/>
        <source>It was said of the experiment before it was changed</source>
        <translation>这是对更改之前的实验说的</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_expected.py"/>
        <source>What is expected, line by line</source>
        <translation>逐项列出预期</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_expected.py"/>
        <source>expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_expected.py"/>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_expected.py"/>
        <source>said before the change</source>
        <translation>说的是更改之前</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_expected.py"/>
        <source>to come</source>
        <translation>未到</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_expected.py"/>
        <source>what</source>
        <translation>项目</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_expected.py"/>
        <source>{count} to come</source>
        <translation>{count} 项未到</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_expected.py"/>
        <source>{holding} of {count} as expected</source>
        <translation>{count} 项中 {holding} 项符合预期</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_expected.py"/>
        <source>{metric} minus {other}</source>
        <translation>{metric} 减 {other}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_expected.py"/>
        <source>{metric} of {place}</source>
        <translation>{metric}：{place}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_expected.py"/>
        <source>{metric} of {place} minus {other}</source>
        <translation>{metric}：{place} 减 {other}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_expected.py"/>
        <source>{sign} {what}: {measured}, expected {value}</source>
        <translation>{sign} {what}：{measured}，预期 {value}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_expected.py"/>
        <source>{what} at update {update}</source>
        <translation>{what}，更新 {update}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_fields.py"/>
        <source>Add an optimizer</source>
        <translation>添加优化器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_fields.py"/>
        <source>Back to the default</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_fields.py"/>
        <source>Back to the default: {value}</source>
        <translation>恢复默认：{value}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_fields.py"/>
        <source>Fewer settings</source>
        <translation>较少设置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_fields.py"/>
        <source>Left out, as no longer fitting: {dropped}</source>
        <translation>已略去（不再适用）：{dropped}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_fields.py"/>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_fields.py"/>
        <source>Remove the last optimizer</source>
        <translation>移除最后一个优化器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_fields.py"/>
        <source>Where it is trained; starts and data are the same on every device</source>
        <translation>在哪里训练；各设备上的起点和数据都相同</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_fields.py"/>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_fields.py"/>
        <source>processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_fields.py"/>
        <source>the quickest</source>
        <translation>最快的</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_fields.py"/>
        <source>{field}: {problem}</source>
        <translation>{field}：{problem}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_fields.py"/>
        <source>{loss} is trained already. Give it several values, as in 0.05, 0.1.</source>
        <translation>{loss} 已在训练之列。给它多个值，例如 0.05, 0.1。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_form.py"/>
        <source>A field is not understood; it says why.</source>
        <translation>有一栏无法理解；那里写着原因。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_form.py"/>
        <source>Experiments and results</source>
        <translation>实验与结果</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_form.py"/>
        <source>Experiments that come with the program: one click runs it</source>
        <translation>程序自带的实验：一次点击即运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_form.py"/>
        <source>It is running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_form.py"/>
        <source>More about experiments and results</source>
        <translation>实验与结果的更多操作</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_form.py"/>
        <source>Open an experiment or a result, save, compare</source>
        <translation>打开实验或结果，保存，比较</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_form.py"/>
        <source>Ready-made</source>
        <translation>现成</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_form.py"/>
        <source>Ready-made experiments</source>
        <translation>现成实验</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_form.py"/>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_form.py"/>
        <location filename="../../explorer/ui/program/unsaved.py"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_form.py"/>
        <source>Save as TOML</source>
        <translation>存为 TOML</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_form.py"/>
        <source>The experiment as a file that the command line runs too</source>
        <translation>把实验存为文件，命令行也能运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_form.py"/>
        <source>Train it from the beginning</source>
        <translation>从头训练</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_losses.py"/>
        <source>Only the settings that were set</source>
        <translation>只显示已设定的</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_losses.py"/>
        <source>Settings of {loss}</source>
        <translation>{loss} 的设置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_losses.py"/>
        <source>Train {loss}</source>
        <translation>训练 {loss}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_losses.py"/>
        <source>Train {loss}, or leave it out</source>
        <translation>训练 {loss}，或不训练</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_menus.py"/>
        <source>A population is in training: wait for its end, or cancel it</source>
        <translation>有群体正在训练：等它结束，或取消它</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_menus.py"/>
        <source>Compare with a result…</source>
        <translation>与另一结果比较…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_menus.py"/>
        <source>No other training was stopped</source>
        <translation>没有其他已停止的训练</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_menus.py"/>
        <source>Open a result…</source>
        <translation>打开结果…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_menus.py"/>
        <source>Open an experiment…</source>
        <translation>打开实验…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_menus.py"/>
        <source>Save the result as…</source>
        <translation>结果另存为…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_menus.py"/>
        <source>Use this study’s samples as the task</source>
        <translation>用本研究的样本作为任务</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_ready.py"/>
        <source>No population yet</source>
        <translation>还没有群体</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_ready.py"/>
        <source>Run trains the experiment on the left. Or begin with one that is ready-made: a click runs it.</source>
        <translation>“运行”训练左侧的实验。也可以从现成的开始：点击即运行。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>As torch.optim means it</source>
        <translation>含义与 torch.optim 相同</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>How many runs each place of the grid has; all places share starts and data</source>
        <translation>网格每一格有多少次运行；各格的起点和数据相同</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>One, or several: 0.01, 0.05, 0.1</source>
        <translation>一个或多个：0.01, 0.05, 0.1</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>Rows of a mini-batch; 0: all rows at each update</source>
        <translation>小批量的行数；0：每次更新用全部行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>Run j of each place of the grid starts from it + j</source>
        <translation>网格每一格的第 j 次运行从它 + j 开始</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>Several are trained side by side: add one below.</source>
        <translation>可以并排训练多个：在下面添加。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>Share of labels flipped anew at each update</source>
        <translation>每次更新重新翻转的标签比例</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>Steps of the optimizer</source>
        <translation>优化器的步数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>What is recorded, with commas between; all: each that says something of the task</source>
        <translation>记录哪些指标，用逗号分隔；all：对任务有意义的全部</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>fresh label noise</source>
        <translation>每次的标签噪声</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>rows a batch</source>
        <translation>每批行数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/population_rows.py"/>
        <source>{optimizer} weight decay</source>
        <translation>{optimizer} 权重衰减</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/sample_groups.py"/>
        <source>Edited</source>
        <translation>已修改</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/sample_groups.py"/>
        <source>No target above 1/2</source>
        <translation>没有大于 1/2 的目标</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/sample_groups.py"/>
        <source>No value</source>
        <translation>没有值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/sample_groups.py"/>
        <source>Other groups</source>
        <translation>其他分组</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/sample_groups.py"/>
        <source>Samples that hold other numbers than the file</source>
        <translation>数值与文件不同的样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/sample_groups.py"/>
        <source>Samples with findings</source>
        <translation>有发现的样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/sample_groups.py"/>
        <source>Some loss has no value for these numbers</source>
        <translation>某个损失对这些数没有值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/sample_groups.py"/>
        <source>The decision of the first loss has F1 = 0</source>
        <translation>第一个损失的判定 F1 = 0</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/sample_groups.py"/>
        <source>The doctor has something to say about them</source>
        <translation>诊断对它们有话要说</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/sample_groups.py"/>
        <location filename="../../explorer/ui/panels/samples_right.py"/>
        <source>The table and the losses</source>
        <translation>表格与损失</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples.py"/>
        <source>, sorted by severity</source>
        <translation>，按严重程度排序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples.py"/>
        <source>, sorted by severity, then {column}</source>
        <translation>，按严重程度、再按 {column} 排序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples.py"/>
        <source>, sorted by {column}</source>
        <translation>，按 {column} 排序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples.py"/>
        <source>Columns: {names}</source>
        <translation>列：{names}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples.py"/>
        <source>Filter the samples</source>
        <translation>筛选样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples.py"/>
        <source>No sample is like that. Esc in the field takes the filter away.</source>
        <translation>没有这样的样本。在输入框中按 Esc 可取消筛选。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples.py"/>
        <source>One step, which can be undone</source>
        <translation>一步完成，可以撤销</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples.py"/>
        <source>Part of a name, or conditions such as  labels = 0  margin &lt; -2</source>
        <translation>名称的一部分，或条件，如  标签数 = 0  余量 &lt; -2</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples.py"/>
        <location filename="../../explorer/ui/panels/samples_view.py"/>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples.py"/>
        <source>not evaluated yet</source>
        <translation>尚未计算</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples.py"/>
        <source>{count} samples checked</source>
        <translation>已检查 {count} 个样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples.py"/>
        <source>{shown} of {total} shown</source>
        <translation>显示 {shown} / {total}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples.py"/>
        <source>{shown}{order}; losses in nat, sum over classes</source>
        <translation>{shown}{order}；损失单位 nat，对类别求和</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_cells.py"/>
        <source>Columns; click one to sort by it</source>
        <translation>各列；单击某列按它排序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_fix.py"/>
        <source>{way}, {count} samples</source>
        <translation>{way}，{count} 个样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_left.py"/>
        <source>Export findings…</source>
        <translation>导出发现…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_model.py"/>
        <source>counted from 1, or by name</source>
        <translation>从 1 数起，或用名称</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_model.py"/>
        <source>finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_model.py"/>
        <source>the worst that the doctor finds; sorts by severity, then by the first loss</source>
        <translation>诊断发现的最严重的一项；先按严重程度、再按第一个损失排序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_model.py"/>
        <source>{column} of sample {sample}: {value}</source>
        <translation>样本 {sample} 的 {column}：{value}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_progress.py"/>
        <source>Evaluate all samples</source>
        <translation>计算全部样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_progress.py"/>
        <source>Evaluated before the last change.</source>
        <translation>在上次修改之前计算。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_progress.py"/>
        <source>Not evaluated.</source>
        <translation>未计算。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_progress.py"/>
        <source>Samples evaluated</source>
        <translation>已计算的样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_progress.py"/>
        <source>{done} of {total} samples</source>
        <translation>{done} / {total} 个样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_progress.py"/>
        <source>{done} of {total} samples, about {left} s left</source>
        <translation>{done} / {total} 个样本，约剩 {left} 秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_right.py"/>
        <source>Every card of this sample (Enter in the list)</source>
        <translation>这个样本的全部卡片（在列表中按 Enter）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_right.py"/>
        <location filename="../../explorer/ui/panels/samples_view.py"/>
        <source>Open in the editor</source>
        <translation>在编辑器中打开</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_right.py"/>
        <source>Sample {number}</source>
        <translation>样本 {number}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_right.py"/>
        <source>one step, which can be undone</source>
        <translation>一步完成，可以撤销</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_right.py"/>
        <source>{sample} (not in the list)</source>
        <translation>{sample}（不在列表中）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_view.py"/>
        <source>Copied sample {sample}</source>
        <translation>已复制样本 {sample}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_view.py"/>
        <source>Copied {count} samples</source>
        <translation>已复制 {count} 个样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_view.py"/>
        <source>Copy all {count} rows</source>
        <translation>复制全部 {count} 行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/samples_view.py"/>
        <source>Copy this row</source>
        <translation>复制这一行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>Close the story panel</source>
        <translation>关闭故事面板</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>Copy a shipped story into the study</source>
        <translation>把自带的故事复制到研究中</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>No story yet. Record a step, or open one that is shipped.</source>
        <translation>还没有故事。记录一步，或打开自带的故事。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>Record step</source>
        <translation>记录一步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>Stories</source>
        <translation>故事</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>Story</source>
        <translation>故事</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>Title of the story</source>
        <translation>故事的标题</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories.py"/>
        <source>Words of the story in {language}</source>
        <translation>故事的{language}文字</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>A brace without its other one: the stage shows it so. {name} is a number.</source>
        <translation>一个大括号没有配对：舞台会原样显示它。{name} 才是数字。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>A value of this step; it follows when the slider moves</source>
        <translation>此步的一个值，随滑块变化</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Caption</source>
        <translation>说明文字</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Caption of the step</source>
        <translation>此步的说明文字</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Caption with its numbers</source>
        <translation>带数值的说明文字</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Cards, side by side</source>
        <translation>卡片，并排</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>First card</source>
        <translation>第一张卡片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Insert a number into the caption</source>
        <translation>在说明文字中插入数值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Insert number…</source>
        <translation>插入数值…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>No number is called {names}: the stage shows it so.</source>
        <translation>没有叫 {names} 的数：舞台会原样显示。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>No second card</source>
        <translation>无第二张卡片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Notes for the speaker</source>
        <translation>演讲者备注</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Second card</source>
        <translation>第二张卡片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Seconds into the step</source>
        <translation>到达此步的秒数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Slider</source>
        <translation>滑块</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>The caption is too long for the two lines of the stage, which cuts it.</source>
        <translation>说明太长，舞台只有两行，会把它截断。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>The title is too long for the stage, which cuts it.</source>
        <translation>标题太长，舞台会把它截断。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>Title of the step</source>
        <translation>此步的标题</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>What the stage does not show as it is meant</source>
        <translation>舞台上不会照原意显示的内容</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_form.py"/>
        <source>{names}: the format is not taken, a number has its own digits.</source>
        <translation>{names}：这里的格式不起作用，数字有自己的位数。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_list.py"/>
        <source>Step {number} of {count}: {title}</source>
        <translation>第 {number} 步，共 {count} 步：{title}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_list.py"/>
        <source>Steps of the story</source>
        <translation>故事的各步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_list.py"/>
        <source>Without a title</source>
        <translation>无标题</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_numbers.py"/>
        <source>Find a number</source>
        <translation>查找数值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_numbers.py"/>
        <source>No number is called so.</source>
        <translation>没有这个名称的数值。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_numbers.py"/>
        <source>Numbers of this step</source>
        <translation>此步的数值</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>A slider runs upwards: {start} to {stop} is not kept.</source>
        <translation>滑块须由小到大：{start} 到 {stop} 未保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>End of the slider</source>
        <translation>滑块的终点</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>Name of the slider</source>
        <translation>滑块的名称</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>No slider</source>
        <translation>无滑块</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>Slider of the step</source>
        <translation>此步的滑块</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>Start of the slider</source>
        <translation>滑块的起点</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>What the slider moves</source>
        <translation>滑块改变什么</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/stories_slider.py"/>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/timeline.py"/>
        <source>Descend</source>
        <translation>下降</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/timeline.py"/>
        <source>How fast it plays: 1× is 60 steps a second</source>
        <translation>播放速度：1× 为每秒 60 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/timeline.py"/>
        <source>Keep this</source>
        <translation>保留此步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/timeline.py"/>
        <source>Speed {speed}</source>
        <translation>速度 {speed}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/timeline.py"/>
        <source>step {now} of {last}</source>
        <translation>第 {now} / {last} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/timeline_button.py"/>
        <source>Settings of the descent: {plan}</source>
        <translation>下降设置：{plan}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/timeline_canvas.py"/>
        <source>Click: bars, table, slice and sharpening show its copy</source>
        <translation>点击：柱形、表格、切片和锐化显示它的副本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/timeline_canvas.py"/>
        <source>Copy the losses at every step</source>
        <translation>复制每一步的损失</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/timeline_canvas.py"/>
        <source>Show the copy of {loss}</source>
        <translation>显示 {loss} 的副本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/timeline_canvas.py"/>
        <source>The bars, table, slice and sharpening show its copy</source>
        <translation>柱形、表格、切片和锐化显示它的副本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/timeline_plan.py"/>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/timeline_plan.py"/>
        <source>Settings of the descent</source>
        <translation>下降设置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/timeline_plan.py"/>
        <source>how far a step goes along what the optimizer makes of the gradient</source>
        <translation>沿优化器由梯度得出的方向，每步走多远</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/timeline_plan.py"/>
        <source>how many steps each loss trains its copy for</source>
        <translation>每个损失把副本训练多少步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/timeline_plan.py"/>
        <source>how strongly each logit is pulled to 0</source>
        <translation>把每个 logit 拉向 0 的强度</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/panels/timeline_plan.py"/>
        <source>usual settings</source>
        <translation>常用设置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_commands.py"/>
        <source>Do not run it</source>
        <translation>不运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_commands.py"/>
        <source>Not run: {file}: {reason}</source>
        <translation>没有运行：{file}：{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_commands.py"/>
        <source>This is the experiment. Run trains it.</source>
        <translation>这就是实验。按“运行”开始训练。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_files.py"/>
        <source>And {count} more mistakes in it.</source>
        <translation>其中还有 {count} 处错误。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_files.py"/>
        <source>Compare with a result</source>
        <translation>与另一结果比较</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_files.py"/>
        <source>Experiment (*.toml)</source>
        <translation>实验 (*.toml)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_files.py"/>
        <source>Not used: {samples} samples of {classes} classes; allowed are up to {most} logits.</source>
        <translation>没有采用：{samples} 个样本，{classes} 个类别；最多允许 {most} 个 logit。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_files.py"/>
        <source>Open a result</source>
        <translation>打开结果</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_files.py"/>
        <source>Open an experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_files.py"/>
        <source>Result of a population (*.npz)</source>
        <translation>群体的结果 (*.npz)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_files.py"/>
        <source>Save the experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_files.py"/>
        <source>Save the result</source>
        <translation>保存结果</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_files.py"/>
        <source>Saving {name}…</source>
        <translation>正在保存 {name}…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_files.py"/>
        <source>The samples were not written: {reason}</source>
        <translation>样本没有写入：{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_files.py"/>
        <source>{name} is not opened: a population is in training. Cancel it first.</source>
        <translation>没有打开 {name}：有群体正在训练。先取消它。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_files.py"/>
        <source>{name} was not read: {reason}</source>
        <translation>没有读取 {name}：{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_left.py"/>
        <source>A population was stopped at {update}: {title}.</source>
        <translation>群体停在{update}：{title}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_left.py"/>
        <source>Forget it</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_left.py"/>
        <source>Forget what was trained? {words}</source>
        <translation>丢弃已训练的内容？{words}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_left.py"/>
        <source>It is over, or another window goes on with it.</source>
        <translation>它已结束，或由另一个窗口继续。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_left.py"/>
        <source>The board lists {count} more, under Stopped.</source>
        <translation>群体页面的“已停止”中还有 {count} 个。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_parts.py"/>
        <source>population: done</source>
        <translation>群体：完成</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_parts.py"/>
        <source>population: {update}</source>
        <translation>群体：{update}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_parts.py"/>
        <source>population: {update}, paused</source>
        <translation>群体：{update}，已暂停</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_parts.py"/>
        <source>population: {update}, stopped</source>
        <translation>群体：{update}，已停止</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_parts.py"/>
        <source>starting</source>
        <translation>正在开始</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_runs.py"/>
        <source>Opening {title}…</source>
        <translation>正在打开 {title}…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_runs.py"/>
        <source>The run “{title}”</source>
        <translation>运行“{title}”</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_stopped.py"/>
        <source>{counts} classes</source>
        <translation>{counts} 个类别</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_stopped.py"/>
        <source>{losses} and {count} more</source>
        <translation>{losses} 等（另有 {count} 个）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_studies.py"/>
        <source>{loss}, seed {seed}, update {update}</source>
        <translation>{loss}，种子 {seed}，更新 {update}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_training.py"/>
        <source>Preparing the data…</source>
        <translation>正在准备数据…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_training.py"/>
        <source>Preparing the kernels…</source>
        <translation>正在准备计算核…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_training.py"/>
        <source>Run it</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_training.py"/>
        <source>Run it all the same</source>
        <translation>仍然运行</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_training.py"/>
        <source>Taking the first update…</source>
        <translation>正在进行第一次更新…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_training.py"/>
        <source>Training stopped at update {update}: {reason}. What was recorded until update {update} is kept.</source>
        <translation>训练停在更新 {update}：{reason}。更新 {update} 之前的记录都已保留。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_training.py"/>
        <source>Training stopped before its first update: {reason}.</source>
        <translation>训练在第一次更新之前停止：{reason}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_training.py"/>
        <source>{title} needs about {needed} of memory at once, and {free} are free now; it takes {duration}. It has not begun.</source>
        <translation>{title} 一次约需 {needed} 内存，而现在空闲 {free}；{duration}。尚未开始。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_training.py"/>
        <source>{title} takes {duration} here. It has not begun.</source>
        <translation>“{title}”在这里需要{duration}。尚未开始。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/population_training.py"/>
        <source>{title} would not fit: {problem}.</source>
        <translation>“{title}”放不下：{problem}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/autosave.py"/>
        <source>What is not saved cannot be kept for the case of a crash: {problem}. Save it to be safe.</source>
        <translation>未保存的内容无法为意外结束留存：{problem}。保存以免丢失。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/commands.py"/>
        <source>A new study</source>
        <translation>新研究</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/commands.py"/>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/crash.py"/>
        <source>Not saved: {reason}</source>
        <translation>没有保存：{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/crash.py"/>
        <source>Nothing of this is sent anywhere. It names the last steps, with the names of classes, but no numbers of the study.</source>
        <translation>报告不会发送到任何地方。它列出最近的操作及类别名称，但不含研究的数值。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/crash.py"/>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/crash.py"/>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/crash.py"/>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/crash.py"/>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>Show report</source>
        <translation>查看报告</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/crash.py"/>
        <source>Something failed in {place}: {problem} ({count} times). Your work is kept.</source>
        <translation>{place} 出错：{problem}（{count} 次）。工作已保留。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/crash.py"/>
        <source>Something failed in {place}: {problem}. Your work is kept.</source>
        <translation>{place} 出错：{problem}。工作已保留。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/crash.py"/>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/crash.py"/>
        <source>What failed</source>
        <translation>出错内容</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/crash.py"/>
        <source>the program</source>
        <translation>程序</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/keeping.py"/>
        <source>What is not saved cannot be kept for the case of a crash: {folder}: {reason}.</source>
        <translation>未保存的内容无法为意外结束留存：{folder}: {reason}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/language.py"/>
        <source>No installed font has Chinese characters (没有中文字体). Install Noto Sans CJK, as the package fonts-noto-cjk, and start again.</source>
        <translation>没有中文字体 (no installed font has Chinese characters)。安装 Noto Sans CJK（软件包 fonts-noto-cjk），然后重新启动。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/long_files.py"/>
        <source>Not opened. {reason}</source>
        <translation>没有打开。{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/long_files.py"/>
        <source>Nothing was pasted: another study was opened meanwhile</source>
        <translation>没有粘贴：其间已打开另一个研究</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/long_files.py"/>
        <source>Opening {name}</source>
        <translation>正在打开 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/long_files.py"/>
        <source>Reading the table: {name}</source>
        <translation>正在读取表格：{name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/long_files.py"/>
        <source>Saving {name}</source>
        <translation>正在保存 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/long_files.py"/>
        <source>Unpack and open</source>
        <translation>解压并打开</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/long_files.py"/>
        <source>{done} of {total} MB unpacked</source>
        <translation>已解压 {done} / {total} MB</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/long_files.py"/>
        <source>{done} of {total} MB unpacked, about {left} s left</source>
        <translation>已解压 {done} / {total} MB，约剩 {left} 秒</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/long_files.py"/>
        <source>{task}: {progress}</source>
        <translation>{task}：{progress}</translation>
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
        <location filename="../../explorer/ui/program/preferences.py"/>
        <source>{name}: {choice}</source>
        <translation>{name}：{choice}</translation>
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
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>Discard all</source>
        <translation>全部放弃</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>Not saved when the program ended unexpectedly: {names}.</source>
        <translation>程序意外结束时未保存：{names}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>Restore “{title}”</source>
        <translation>恢复“{title}”</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>Restore “{title}”, {when}</source>
        <translation>恢复“{title}”，{when}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>Restored {title}, not saved yet</source>
        <translation>已恢复 {title}，尚未保存</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>The program ended unexpectedly when it last ran. Nothing was unsaved.</source>
        <translation>程序上次意外结束。没有未保存的内容。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>What was kept of an unsaved study is damaged: {problem}.</source>
        <translation>为未保存的研究留存的内容已损坏：{problem}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>just now</source>
        <translation>刚才</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>less than a minute ago</source>
        <translation>不到一分钟前</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>{count} day ago</source>
        <translation>{count} 天前</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>{count} days ago</source>
        <translation>{count} 天前</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>{count} hour ago</source>
        <translation>{count} 小时前</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>{count} hours ago</source>
        <translation>{count} 小时前</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>{count} minute ago</source>
        <translation>{count} 分钟前</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>{count} minutes ago</source>
        <translation>{count} 分钟前</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>“{title}” ({when})</source>
        <translation>“{title}”（{when}）</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/restoring.py"/>
        <source>“{title}” was not saved when the program ended unexpectedly {when}.</source>
        <translation>程序{when}意外结束时，“{title}”未保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>Actions and their keys</source>
        <translation>操作及其按键</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>Choose an action above.</source>
        <translation>在上方选择操作。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>Find an action</source>
        <translation>查找操作</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>New keys</source>
        <translation>新按键</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>No keys</source>
        <translation>无按键</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>Press keys</source>
        <translation>按下按键</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>Press the keys for {action} in the field.</source>
        <translation>在输入框中按下“{action}”的按键。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>{keys} belongs to {action}; it is taken from there.</source>
        <translation>{keys} 属于“{action}”；将从它那里取来。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>{keys} is free.</source>
        <translation>{keys} 可用。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/shortcuts_page.py"/>
        <source>{keys} is used by cards and tables; it would stop working there.</source>
        <translation>{keys} 由卡片和表格使用；在那里会失效。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/unsaved.py"/>
        <source>Discard changes</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/unsaved.py"/>
        <source>Discard changes and film</source>
        <translation>放弃修改和影片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/unsaved.py"/>
        <source>Discard the film</source>
        <translation>放弃影片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/unsaved.py"/>
        <source>Not closed yet: the changes to “{title}” are not saved, and {film} is still being made.</source>
        <translation>还没有关闭：“{title}”的修改未保存，{film} 还在制作。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/unsaved.py"/>
        <source>Not closed yet: the changes to “{title}” are not saved.</source>
        <translation>还没有关闭：“{title}”的修改未保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/unsaved.py"/>
        <source>Not closed yet: {film} is still being made.</source>
        <translation>还没有关闭：{film} 还在制作。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/unsaved.py"/>
        <source>Not opened yet: the changes to “{title}” are not saved.</source>
        <translation>还没有打开：“{title}”的修改未保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/unsaved.py"/>
        <source>Not restored yet: the changes to “{title}” are not saved.</source>
        <translation>还没有恢复：“{title}”的修改未保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/unsaved.py"/>
        <source>Save, discard the film</source>
        <translation>保存，放弃影片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/unsaved.py"/>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/unsaved.py"/>
        <source>{name} is not closed yet: the changes to “{title}” are not saved.</source>
        <translation>还没有关闭 {name}：“{title}”的修改未保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/unsaved.py"/>
        <source>{name} is not opened yet: the changes to “{title}” are not saved.</source>
        <translation>还没有打开 {name}：“{title}”的修改未保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/unsaved.py"/>
        <source>{name} is not restored yet: the changes to “{title}” are not saved.</source>
        <translation>还没有恢复 {name}：“{title}”的修改未保存。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/watch.py"/>
        <source>Keep the edits</source>
        <translation>保留编辑</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/program/watch.py"/>
        <source>Reload</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference.py"/>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference.py"/>
        <source>Copied the formula of {title} as LaTeX</source>
        <translation>已将 {title} 的公式复制为 LaTeX</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference.py"/>
        <source>Copied the gradient of {title} as LaTeX</source>
        <translation>已将 {title} 的梯度复制为 LaTeX</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference.py"/>
        <source>Formula reference</source>
        <translation>公式手册</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference.py"/>
        <source>No entry</source>
        <translation>没有条目</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference.py"/>
        <source>No entry has “{words}” in it</source>
        <translation>没有条目含有“{words}”</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference.py"/>
        <source>Search names, parameters, readings, sources</source>
        <translation>搜索名称、参数、读数、出处</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference.py"/>
        <source>Search the formula reference</source>
        <translation>搜索公式手册</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference.py"/>
        <source>{count} of {whole} entries</source>
        <translation>{whole} 个条目中的 {count} 个</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>Predicts</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>Rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>Takes</source>
        <translation>接受</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>Unchanged by</source>
        <translation>不变于</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>Update</source>
        <comment>of an optimizer</comment>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>copy LaTeX</source>
        <translation>复制 LaTeX</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>nothing that is known</source>
        <translation>没有已知的</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>{words}; {value} unless set; {allowed}</source>
        <translation>{words}；默认 {value}；{allowed}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_page.py"/>
        <source>{words}; {value} unless set; {allowed}, learned</source>
        <translation>{words}；默认 {value}；{allowed}；可学习</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_training.py"/>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_training.py"/>
        <source>Usual rate</source>
        <translation>常用学习率</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_training.py"/>
        <source>optimizers</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_training.py"/>
        <source>schedules</source>
        <translation>学习率安排</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_training.py"/>
        <source>{count} optimizers</source>
        <translation>{count} 个优化器</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/reference_training.py"/>
        <source>{count} schedules</source>
        <translation>{count} 种学习率安排</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/severity.py"/>
        <source>, </source>
        <comment>between counts</comment>
        <translation>，</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/severity.py"/>
        <source>{count} error</source>
        <translation>{count} 错误</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/severity.py"/>
        <source>{count} errors</source>
        <translation>{count} 错误</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/severity.py"/>
        <source>{count} note</source>
        <translation>{count} 提示</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/severity.py"/>
        <source>{count} notes</source>
        <translation>{count} 提示</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/severity.py"/>
        <source>{count} warning</source>
        <translation>{count} 警告</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/severity.py"/>
        <source>{count} warnings</source>
        <translation>{count} 警告</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>Copied {letters} letters</source>
        <translation>已复制 {letters} 个字符</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>Paste it into any loss explorer (Ctrl+V), and this sample is there.</source>
        <translation>粘贴到任意 loss explorer (Ctrl+V) 即得此样本。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>QR image of the state code</source>
        <translation>状态码的二维码</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>Save QR image</source>
        <translation>保存二维码</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>Save QR image…</source>
        <translation>保存二维码…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>Save the study…</source>
        <translation>保存研究…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>Share as code</source>
        <translation>以状态码分享</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>State code</source>
        <translation>状态码</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>Too long for a QR image: {letters} letters, allowed are {most}. The code still works as text; so does the study&apos;s file.</source>
        <translation>二维码放不下：{letters} 个字符，最多 {most} 个。状态码作为文本仍然可用，研究的文件也可用。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <source>{letters} letters</source>
        <translation>{letters} 个字符</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_code.py"/>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>{name} is there</source>
        <translation>{name} 已写好</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_commands.py"/>
        <source>Back to {name}</source>
        <translation>回到 {name}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_commands.py"/>
        <source>Copied the state code, {letters} letters</source>
        <translation>已复制状态码，{letters} 个字符</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_commands.py"/>
        <source>Opened in place of {name}.</source>
        <translation>已打开，取代了 {name}。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_commands.py"/>
        <source>The picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_commands.py"/>
        <source>the picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>Framework</source>
        <translation>框架</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>Reproduce as code</source>
        <translation>生成代码</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>Runs by itself and prints the values and gradients shown here.</source>
        <translation>可独立运行，打印此处显示的数值和梯度。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>Save as .py…</source>
        <translation>存为 .py…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>Save the script</source>
        <translation>保存脚本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/share_script.py"/>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>Go on, without the changes</source>
        <translation>放弃修改并继续</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>Paused: the arrays of the script were changed here.</source>
        <translation>已暂停：脚本的数组在此处被修改。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>Paused: the descent begins at the arrays as they were.</source>
        <translation>已暂停：下降从当时的数组开始。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>Stay paused</source>
        <translation>保持暂停</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>The script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>What the script sent cannot be shown: {reason}</source>
        <translation>脚本传来的内容无法显示：{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>live from script, update {count}</source>
        <translation>脚本实时数据，第 {count} 次更新</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>nothing more comes from the script</source>
        <translation>脚本不再传来数组</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>script paused</source>
        <translation>脚本已暂停</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/shown_arrays.py"/>
        <source>script paused, newer arrays wait</source>
        <translation>脚本已暂停，有更新的数组在等待</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>B or ., W or ,</source>
        <translation>B 或 .，W 或 ,</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>Ctrl+Z, Ctrl+Y</source>
        <translation>Ctrl+Z, Ctrl+Y</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>Digits, then Return</source>
        <translation>数字，再按 Return</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>Page Down, →, Space</source>
        <translation>Page Down, →, Space</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>Page Up, ←, Backspace</source>
        <translation>Page Up, ←, Backspace</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>Tab, then arrows</source>
        <translation>Tab，再按方向键</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>black, white</source>
        <translation>黑屏，白屏</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>first step, last step</source>
        <translation>第一步，最后一步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>full screen, leave</source>
        <translation>全屏，退出</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>light or dark, language</source>
        <translation>浅色或深色，语言</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>move a handle; Esc gives the keys back</source>
        <translation>移动手柄；按 Esc 交还按键</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>speaker view</source>
        <translation>演讲者视图</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>step before</source>
        <translation>上一步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>step of that number</source>
        <translation>该编号的步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>the step as it was</source>
        <translation>还原此步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/keys.py"/>
        <source>undo, redo what was changed here</source>
        <translation>撤销、重做此处的修改</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/presenter.py"/>
        <source>Slide</source>
        <translation>滑动</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/presenter.py"/>
        <source>{study}: {sample}</source>
        <translation>{study}：{sample}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Blank</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Larger notes</source>
        <translation>放大备注</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Smaller notes</source>
        <translation>缩小备注</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Speaker view</source>
        <translation>演讲者视图</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>Steps</source>
        <translation>各步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <location filename="../../explorer/ui/stage/stage.py"/>
        <source>The end</source>
        <translation>结束</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/speaker.py"/>
        <source>The study itself is on stage; it has no notes.</source>
        <translation>正在演示研究本身，没有备注。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/stage/stage.py"/>
        <source>There is no such step</source>
        <translation>没有这一步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_commands.py"/>
        <source>the only one</source>
        <translation>唯一的屏幕</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Caption of step {number}</source>
        <translation>第 {number} 步的说明文字</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Cards of step {number}</source>
        <translation>第 {number} 步的卡片</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Duplicate step {number}</source>
        <translation>复制第 {number} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Go to step {number}</source>
        <translation>转到第 {number} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Go to the step</source>
        <translation>转到此步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Move step {number} to {place}</source>
        <translation>将第 {number} 步移到第 {place} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>New story</source>
        <translation>新故事</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Notes of step {number}</source>
        <translation>第 {number} 步的备注</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Record step {number} of “{title}”</source>
        <translation>记录“{title}”的第 {number} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Remove step {number}</source>
        <translation>移除第 {number} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Remove the story “{title}”</source>
        <translation>移除故事“{title}”</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Rename the story</source>
        <translation>给故事重命名</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Slider of step {number}</source>
        <translation>第 {number} 步的滑块</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Step {number} has other classes: its table takes the place of this one. Undo brings it back.</source>
        <translation>第 {number} 步的类别不同：它的表格取代了现在的表格。撤销可恢复。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Step {number} is of {name}, which is not in this table: its table takes the place of this one. Undo brings it back.</source>
        <translation>第 {number} 步记录的是 {name}，这个表格里没有它：它的表格将取代现在的表格。撤销可恢复。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Time of step {number}</source>
        <translation>第 {number} 步的时间</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Title of step {number}</source>
        <translation>第 {number} 步的标题</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_editing.py"/>
        <source>Update step {number}</source>
        <translation>更新第 {number} 步</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>Open a story</source>
        <translation>打开故事</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>Open the story “{title}”</source>
        <translation>打开故事“{title}”</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>Save the story</source>
        <translation>保存故事</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>{name} is no story: it is not written in UTF-8</source>
        <translation>{name} 不是故事：没有以 UTF-8 写成</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>{name} was not opened: {reason}</source>
        <translation>{name} 未能打开：{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_files.py"/>
        <source>{name} was not saved: {reason}</source>
        <translation>{name} 未能保存：{reason}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/story_names.py"/>
        <source>{title}, {what}</source>
        <translation>{title}，{what}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/table_commands.py"/>
        <source>Choose targets…</source>
        <translation>选择目标…</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/table_commands.py"/>
        <source>Keep edited samples only</source>
        <translation>只保留编辑过的样本</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/table_commands.py"/>
        <source>No targets in the pasted table: all are 0.</source>
        <translation>粘贴的表格中没有目标：全部为 0。</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/table_commands.py"/>
        <source>Reload the file</source>
        <translation>重新读取文件</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/table_commands.py"/>
        <source>Tables (*.csv *.tsv *.txt *.json *.npy *.npz);;All files (*)</source>
        <translation>表格 (*.csv *.tsv *.txt *.json *.npy *.npz);;所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/table_commands.py"/>
        <source>Take targets from a file</source>
        <translation>从文件读取目标</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/table_commands.py"/>
        <source>Take targets from {name}</source>
        <translation>从 {name} 读取目标</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/table_commands.py"/>
        <source>Took targets from {name}</source>
        <translation>已从 {name} 读取目标</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>NumPy on cpu</source>
        <translation>NumPy，cpu</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>Undo: {step}</source>
        <translation>撤销：{step}</translation>
    </message>
    <message>
        <location filename="../../explorer/ui/window.py"/>
        <source>edit to paint {time} ms</source>
        <translation>编辑到绘制 {time} ms</translation>
    </message>
</context>
</TS>
