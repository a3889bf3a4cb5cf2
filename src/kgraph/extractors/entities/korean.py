"""Korean given names: two syllables, joined by a hyphen."""

from kgraph.text import word_class

_SYLLABLES = word_class(
    "ah an bae baek beom bi bin bo bok bong boo bum byeong byul byung cha chae chai chan chang che cheol cheon chin "
    "cho choel chong choon chul chun da dae dal dam deok deuk do dong doo duck duk eok eon eul eun eung eum ga gak "
    "gang gap geol geon geun gi gil gon goo gook gu guk gun gwan gwang gwon gyeom gyeong gyu gyun ha hae hak ham han "
    "hang he hee heon heum heung hi hie ho hong hoo hoon hu huh hui huk hun hwa hwan hwang hye hyeok hyeon hyo hyuk "
    "hyun hyung ik il im in ja jae jang je jee jeon jeong ji jik jin jo jong joo joon ju juhn jun jung kang keon "
    "keun ki kil koo kook ku kuk kun kwan kwang kwon kyo kyoo kyoon kyou kyu kyun kyung lee lim lin ma mahn man mi "
    "min mo moo mook moon mu muk mun myeong myung na nam no noh noo oh ok on ook pal pil pyo pyung ra rae ran ri rim "
    "rin ro ryang ryeol ryong ryul sae sam san sang se sei seo seob seok seol seon seong seop seul seung shi shik "
    "shil shim shin sho si sik sim sin sob soo sook soon su sub suh suk sul sun sung tae taek taik wan we wha whan "
    "won wong woo wook woon woong wung ya yang ye yea yeo yeol yeon yeong yeop yeun yi yo yol yon yong yoo yook yoon "
    "you young yu yul yun yung"
)
"""Of Korean given names, as they are romanised."""


def is_korean(word: str) -> bool:
    """Whether a word is a Korean given name: two syllables, the second small: "Jae-*yong*"."""
    first, _, second = word.partition("-")
    return second in _SYLLABLES and first[:1].isupper() and first.lower() in _SYLLABLES
