"""What `--help` says in Chinese, before the English that stands with each command and option."""
from __future__ import annotations

import click

COMMANDS = {
    "": "检查、生成和预览职业手册，改里面的记录。",
    "check": "只检查数据，列出全部问题。",
    "build": "生成网站；有死链接就停下。",
    "write": "把每一页写成文件，别的生成器（ProperDocs、Zensical等）拿去就能生成网站。",
    "book": "印成PDF：每种语言一本，每个岗位一本；要有Chromium或Chrome。",
    "edition": "公开版有多少内容；加--diff，逐条列出没有放进去的。",
    "addresses": "把网站的网址记进urls.lock：页面和页上可以指到的地方；以前记的都留着。",
    "publish": "在一旁生成并核对网站，再一下子换上线：服务器指向DEST/current，留最近五版可以退回。",
    "rollback": "退回正在网上的这一版之前的一版，或留着的NAME。",
    "releases": "列出留着的各版，新的在前，标明哪一版在网上。",
    "serve": "生成并预览，改了马上看得到。",
    "new": "给新记录起个头，例如new role first-aider；先列出来，再问写不写。",
    "rename": "换名称（旧名称留着供查找）或换编号；先列出来，再问写不写。",
    "retire": "停用一条记录，网址通到接替的；先列出来，再问写不写。",
    "split": "一条拆成几条，旧的停用；先列出来，再问写不写。",
    "merge": "几条并成一条，旧的停用；先列出来，再问写不写。",
    "confirm": "只改了一种语言的，确认另一种仍然对得上。",
    "translations": "把句子交给译者，再收回来（PO文件）。",
    "translations export": "把要翻译的句子写进FILE，以.po结尾。",
    "translations import": "收回译文：先列出会改的行，加--yes才写。",
    "export": "导出成别人能改的文件。",
    "export xlsx": "导出Excel工作簿：岗位×能力、指标目标、各类清单。",
    "import": "收回别人改好的文件。",
    "import xlsx": "收回工作簿里的改动：先列出会改的行，加--yes才写。",
    "schema": "更新编辑器提示用的schemas/。",
    "health": "有哪些要照看：按负责的部门列出复核、待确认事项，还有只改了一半的、没有用上的、各种依据占多少；同维护清单页。",
    "due": "列出到期要复核的内容，按负责的部门分。",
    "changes": "列出两次提交之间（或某次提交以来）对人有什么变化，按意义分，并建议版次。",
    "changed": "比较两次生成的网站，列出正文有变化的页面。",
}
OPTIONS = {  # by the command where the same name means several things
    "--data": "手册在哪个文件夹", "--version": "版本号", "--format": "给人看，还是给别的程序", "--fix": "只有一种改法的，直接改好", "--site": "网站放在哪里",
    "--zip": "另写一个压缩包，放在U盘上不用服务器也能看",
    "--diff": "逐条列出公开版没有的",
    "build --edition": "给谁看：internal是内部版，全部都有；public是公开版，谁都能看的；both两个都做，公开版放在旁边",
    "--edition": "给谁看：internal是内部版，全部都有；public是公开版，谁都能看的",
    "--role": "只做这个岗位的，写编号，可以写几次", "--whole": "只做整本的", "book --language": "只做这种语言的", "book --to": "书放在哪里",
    "--again": "没有变的也重做",
    "--host": "地址", "--port": "端口", "--yes": "不问，直接写", "--language": "提示用哪种语言", "--zh": "新的中文名称", "--en": "新的英文名称",
    "--to-id": "新的编号", "--on": "从哪天起停用，不写就是今天", "--by": "由谁接替，写编号", "--went": "哪一部分归谁", "--into": "拆成、并入哪一条",
    "--all": "现在的中英文都算对得上", "--list": "列出等着看的", "--dry-run": "只说会写什么", "--to": "译成哪种语言", "--within": "往后看几天",
    "--page": "写成一页", "translations export --all": "全部导出，不只是要翻译的", "translations import --yes": "写入列出的改动",
    "import xlsx --yes": "写入列出的改动", "due --on": "今天的日期", "--csv": "另写成一张表",
    "health --on": "今天的日期，不写就依SOURCE_DATE_EPOCH或数据里最新的日期",
    "--let-go": "不再要的网址，照生成时报的写", "--moved": "换了的网址，照生成时报的写，等号后面写现在的",
    "--lines": "不列报告，给出可以粘贴进changes.yml的几行",
}


def in_both(command: click.Command, path: str = "") -> None:
    """Lets the help of a command, of its options and of the commands in it say both languages."""
    english = (command.help or "").strip()
    command.short_help = f"{COMMANDS[path]} {english.partition('.')[0].partition(': `')[0]}."
    command.help = f"{COMMANDS[path]}\n\n{english}"
    for one in command.params:
        if isinstance(one, click.Option) and one.help:
            one.help = f"{OPTIONS.get(f'{path} {one.opts[0]}') or OPTIONS[one.opts[0]]} · {one.help}"
    for name, inner in command.commands.items() if isinstance(command, click.Group) else ():
        in_both(inner, f"{path} {name}".strip())
