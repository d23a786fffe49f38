"""Feasts whose date depends on the country: the day of independence, of the republic, of victory. Dates as states proclaim them."""

from __future__ import annotations

from tocsin.codebook import BODIES

_INDEPENDENCE = (
    "AFG 0819 AGO 1111 ALB 1128 ARG 0709 ARM 0921 AZE 0528 BDI 0701 BEN 0801 BFA 0805 BGD 0326 BGR 0922 BHS 0710 BLR 0703 BLZ 0921 BOL 0806 "
    "BRA 0907 BRB 1130 BWA 0930 CAF 0813 CHL 0918 CIV 0807 CMR 0101 COD 0630 COG 0815 COL 0720 COM 0706 CPV 0705 CRI 0915 CYP 1001 DJI 0627 "
    "DOM 0227 DZA 0705 ECU 0810 ERI 0524 EST 0224 FIN 1206 FJI 1010 GAB 0817 GEO 0526 GHA 0306 GIN 1002 GMB 0218 GNB 0924 GNQ 1012 GRC 0325 "
    "GTM 0915 GUY 0526 HND 0915 HTI 0101 IDN 0817 IND 0815 JAM 0806 JOR 0525 KAZ 1216 KEN 1212 KGZ 0831 KHM 1109 KWT 0225 "
    "LBN 1122 LBR 0726 LBY 1224 LKA 0204 LSO 1004 LVA 1118 MAR 1118 MDA 0827 MDG 0626 MDV 0726 MEX 0916 MKD 0908 MLI 0922 MLT 0921 "
    "MMR 0104 MNE 0521 MOZ 0625 MRT 1128 MUS 0312 MWI 0706 MYS 0831 NAM 0321 NER 0803 NGA 1001 NIC 0915 PAK 0814 PER 0728 PHL 0612 "
    "PNG 0916 POL 1111 PRY 0515 RWA 0701 SDN 0101 SEN 0404 SGP 0809 SLE 0427 SLV 0915 SOM 0701 SSD 0709 SUR 1125 SVN 1226 SWZ 0906 "
    "SYR 0417 TCD 0811 TGO 0427 TJK 0909 TKM 0927 TLS 0520 TTO 0831 TUN 0320 TZA 1209 UGA 1009 UKR 0824 URY 0825 USA 0704 UZB 0901 VEN 0705 "
    "VNM 0902 VUT 0730 XKX 0217 YEM 1130 ZMB 1024 ZWE 0418"
)
_REPUBLIC = (
    "IND 0126 ITA 0602 TUR 1029 PRT 1005 KAZ 1025 ARM 0528 AZE 0528 GHA 0701 GUY 0223 KEN 1212 MDV 1111 MLT 1213 NER 1218 TTO 0924 "
    "TUN 0725 BFA 1211 CAF 1201 MUS 0312 PAK 0323 BRA 1115"
)
_VICTORY = (
    "RUS 0509 BLR 0509 UKR 0509 KAZ 0509 KGZ 0509 ARM 0509 AZE 1108 GEO 0509 UZB 0509 TJK 0509 MDA 0509 FRA 0508 TUR 0830 BGD 1216 HRV 0805"
)
_NATIONAL = (
    "FRA 0714 CHN 1001 TWN 1010 SGP 0809 ESP 1012 SAU 0923 ARE 1202 QAT 1218 BHR 1216 KWT 0225 HUN 0820 CHE 0801 SWE 0606 BEL 0721 "
    "DEU 1003 AUT 1026 ROU 1201 LUX 0623 IRN 0211 CUB 0101 CMR 0520"
)


def _read(table: str) -> dict[str, tuple[int, int]]:
    words = table.split()
    return {code: (int(date[:2]), int(date[2:])) for code, date in zip(words[::2], words[1::2], strict=True)}


NATIONAL_DAYS: dict[str, dict[str, tuple[int, int]]] = {
    "independence day": _read(_INDEPENDENCE),
    "republic day": _read(_REPUBLIC),
    "victory day": _read(_VICTORY),
    "national day": _read(_NATIONAL),
}
"""For each name: countries (ISO 3166-1 alpha-3) and the month and day. Israel's independence follows the Jewish calendar and is left out, as are
states that keep two such days (Lithuania, Panama). Compared with the package ``holidays`` for 2018 to 2022, which names the same day for
four in five and has another name, or no entry, for the rest."""


def national_day(name: str, country: str | None) -> tuple[int, int] | None:
    """Month and day of a national feast in a country, ``None`` where either is unknown."""
    return NATIONAL_DAYS[name].get(country) if country and country not in BODIES else None
