"""How words of the trade are read that the dictionary cuts or reads wrongly. A name that no list can know has its `reading:` in the data."""
from __future__ import annotations

# What a character says where no phrase holds it: budgets, weights and prices are tiáo; those that are diào stand below.
ALONE = {"调": "tiáo,diào"}
_READ = """
长尾 cháng wěi; 长约 cháng yuē; 长视频 cháng shì pín; 长图 cháng tú; 长文 cháng wén; 长板 cháng bǎn; 长效 cháng xiào; 长单 cháng dān
重购 chóng gòu; 重塑 chóng sù; 重构 chóng gòu; 重投 chóng tóu; 重定向 chóng dìng xiàng; 重做 chóng zuò
重估 chóng gū; 重签 chóng qiān; 重聘 chóng pìn; 重归 chóng guī
去重 qù chóng; 排重 pái chóng; 查重 chá chóng; 多重 duō chóng
差旅 chāi lǚ; 价差 jià chā; 时差 shí chā; 弹窗 tán chuāng; 弹层 tán céng; 弹出 tán chū
总行 zǒng háng; 行研 háng yán; 乐评 yuè píng; 度曲 dù qū
微调 wēi tiáo; 调岗 diào gǎng; 尽调 jìn diào; 背调 bèi diào; 内调 nèi diào; 外调 wài diào; 民调 mín diào; 调性 diào xìng; 调令 diào lìng
种子用户 zhǒng zǐ yòng hù; 背锅 bēi guō; 散发 sàn fā; 还款 huán kuǎn
"""
PHRASES = {word: read for line in _READ.strip().splitlines() for word, read in (phrase.split(" ", 1) for phrase in line.split("; "))}
