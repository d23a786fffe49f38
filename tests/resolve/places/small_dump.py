"""A small file in the format of a GeoNames dump: real towns in rough figures, enough for the rules to choose between."""

from __future__ import annotations

from pathlib import Path

from tocsin.resolve.places.gazetteer import Gazetteer

# id, name, other names, latitude, longitude, class, feature, country, admin1, admin2, population
TOWNS = """\
1526384|Almaty|Alma-Ata,Алматы,ALA,a la mu tu|43.25|76.91|P|PPLA|KZ|02||1977000
1526273|Astana|Nur-Sultan,Akmola|51.18|71.45|P|PPLC|KZ|05||1544000
1518980|Shymkent|Chimkent|42.3|69.6|P|PPLA|KZ|17||414000
2988507|Paris|Lutetia|48.85|2.35|P|PPLC|FR|11|75|2138000
4717560|Paris||33.66|-95.56|P|PPLA2|US|TX|277|24800
4684888|Dallas||32.78|-96.81|P|PPLA2|US|TX|113|1300000
4717232|Palestine||31.76|-95.63|P|PPLA2|US|TX|001|18200
4140963|Washington|Washington D.C.|38.9|-77.04|P|PPLC|US|DC|001|690000
4180439|Atlanta||33.75|-84.39|P|PPLA|US|GA|121|500000
611717|Tbilisi|Tiflis|41.69|44.83|P|PPLC|GE|51||1050000
2643743|London||51.51|-0.13|P|PPLC|GB|ENG|GLA|8960000
6058560|London||42.98|-81.23|P|PPL|CA|08||380000
6167865|Toronto||43.7|-79.42|P|PPLA|CA|08||2600000
71137|Sanaa|Sana'a,Sanʿāʾ|15.35|44.21|P|PPLC|YE|26||1940000
170063|Aleppo|Halab|36.2|37.16|P|PPLA|SY|09||1600000
170654|Damascus|Dimashq|33.51|36.29|P|PPLC|SY|13||1570000
2335204|Kano||12.0|8.52|P|PPLA|NG|29||3000000
2352778|Abuja||9.06|7.49|P|PPLC|NG|11||590000
2440485|Niamey||13.51|2.11|P|PPLC|NE|08||774000
4407066|St. Louis|Saint Louis|38.63|-90.2|P|PPLA2|US|MO|510|300000
3617763|Managua||12.13|-86.25|P|PPLC|NI|10||970000
184745|Nairobi||-1.28|36.82|P|PPLC|KE|05||2750000
2650225|Reading||51.46|-0.97|P|PPLA2|GB|ENG|D1|230000
4951257|Springfield||42.1|-72.59|P|PPLA2|US|MA|013|153000
4409896|Springfield||37.22|-93.3|P|PPLA2|US|MO|077|167000
3060972|Hrabové|Hrabove|49.25|18.55|P|PPL|SK|08||700
709932|Hrabove||48.13|38.65|P|PPL|UA|05||900
4736286|Texas|Lone Star State|31.25|-99.25|A|ADM1|US|TX||22000000
4699066|Houston County|Houston Co|31.3|-95.42|A|ADM2|US|TX|225|23000
999001|Old Paris||33.7|-95.5|P|PPLH|US|TX|277|0
999002|Almaty International Airport||43.35|77.04|S|AIRP|KZ|02||0
999003|Nowhere Bend||33.0|-95.0|H|STM|US|TX||0
"""


def write_dump(path: Path) -> Path:
    """Write the towns in the dump's 19 columns."""
    lines = []
    for row in TOWNS.splitlines():
        number, name, names, latitude, longitude, category, feature, country, admin1, admin2, population = row.split("|")
        cells = [number, name, name, names, latitude, longitude, category, feature, country, "", admin1, admin2, "", "", population]
        lines.append("\t".join((*cells, "", "", "Etc/UTC", "2020-01-01")))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def small_gazetteer(folder: Path) -> Gazetteer:
    """A gazetteer of these towns with all countries, divisions and regions; built once a folder."""
    path = folder / "gazetteer.sqlite"
    return Gazetteer.open(path) if path.exists() else Gazetteer.build(path, dump=write_dump(folder / "dump.txt"))
