#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes dates.csv, zones.csv and decimals.csv: what Python's own libraries make of random dates, instants in time
zones and numbers of 34 digits. Run in this folder; the seed is fixed, so the files are always the same.
"""

import calendar
import datetime
import decimal
import random
import zoneinfo

random.seed(20260317)


def dates():
    first, last = datetime.date.min.toordinal(), datetime.date.max.toordinal()
    epoch = datetime.date(1970, 1, 1).toordinal()
    with open("dates.csv", "w", encoding="utf-8") as out:
        out.write("date,day number,weekday,day of year,week of year,plus days,result,plus months,result\n")
        for _ in range(1500):
            ordinal = random.randint(first, last)
            date = datetime.date.fromordinal(ordinal)
            days = random.randint(first - ordinal, last - ordinal)
            months = random.randint(-3000, 3000)
            index = date.year * 12 + date.month - 1 + months
            year, month = divmod(index, 12)
            if not 1 <= year <= 9999:
                year, months = date.year, (date.month - 1) * 0
                month = date.month - 1
            day = min(date.day, calendar.monthrange(year, month + 1)[1])
            moved = datetime.date(year, month + 1, day)
            out.write(f"{date.isoformat()},{ordinal - epoch},{date.isoweekday()},{date.timetuple().tm_yday},"
                      f"{date.isocalendar()[1]},{days},{datetime.date.fromordinal(ordinal + days).isoformat()},"
                      f"{months},{moved.isoformat()}\n")


def zones():
    names = sorted(["Asia/Shanghai", "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu",
                    "Africa/Casablanca", "Europe/Dublin", "America/Sao_Paulo", "Pacific/Apia", "Asia/Tehran"])
    with open("zones.csv", "w", encoding="utf-8") as out:
        out.write("zone,seconds since 1970,offset\n")
        for name in names:
            zone = zoneinfo.ZoneInfo(name)
            for _ in range(150):
                instant = random.randint(-2_500_000_000, 6_000_000_000)
                local = datetime.datetime.fromtimestamp(instant, datetime.timezone.utc).astimezone(zone)
                out.write(f"{name},{instant},{int(local.utcoffset().total_seconds())}\n")


def number():
    digits = random.randint(1, 34)
    coefficient = random.randint(0, 10 ** digits - 1)
    return decimal.Decimal(random.choice([-1, 1]) * coefficient).scaleb(random.randint(-20, 20))


def decimals():
    context = decimal.Context(prec=34, rounding=decimal.ROUND_HALF_EVEN, Emax=6144, Emin=-6143)
    decimal.setcontext(context)
    with open("decimals.csv", "w", encoding="utf-8") as out:
        out.write("a,b,a + b,a - b,a * b,a / b,order\n")
        for _ in range(2000):
            a, b = context.plus(number()), context.plus(number())
            quotient = "" if b == 0 else str(a / b)
            out.write(f"{a},{b},{a + b},{a - b},{a * b},{quotient},{(a > b) - (a < b)}\n")


dates()
zones()
decimals()
