// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/canonical_json.h"
#include "core/base/credit_code.h"
#include "core/base/resident_id.h"
#include "core/base/vehicle_identifier.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"

#include <QObject>
#include <QTest>

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

using namespace tongban;
using namespace std::string_literals;

namespace {

using Check = std::function<std::optional<IdentifierProblem>(std::string_view)>;

Date today()
{
    return *parseIsoDate("2026-11-23");
}

std::optional<IdentifierProblem> checkResident(std::string_view normalized)
{
    return ResidentId::check(normalized, today());
}

const std::map<std::string, Check> &checks()
{
    static const std::map<std::string, Check> kChecks{
        {"uscc", CreditCode::check},    {"organisation_code", OrganisationCode::check},
        {"resident_id", checkResident}, {"vin", Vin::check},
        {"plate", PlateNumber::check},  {"road_transport_certificate", TransportCertificateNumber::check},
    };
    return kChecks;
}

nlohmann::json vectors()
{
    return *parseJson(tests::readFile(tests::sourcePath("tests/core/base/data/identifiers.json")));
}

/// What each invalid vector of the file is refused for; nothing for those that are valid once normalised.
const std::map<std::string, std::optional<IdentifierProblem>> &reasons()
{
    using P = IdentifierProblem;
    static const std::map<std::string, std::optional<P>> kReasons{
        {"91440300708461136R", P::WrongCheckCharacter},
        {"91440300708461163T", P::WrongCheckCharacter},
        {"9144030070846113T", P::WrongLength},
        {"91440300708461136TT", P::WrongLength},
        {"91440300MAD0I0010X", P::LetterNotUsed},
        {"91440300MAD0O0010X", P::LetterNotUsed},
        {"91440300MAD0S0010X", P::LetterNotUsed},
        {"91440300MAD0V0010X", P::LetterNotUsed},
        {"91440300MAD0Z0010X", P::LetterNotUsed},
        {"9144O300708461136T", P::LetterNotUsed},
        {"000000000000000000", P::UnknownRegistrar},
        {"", P::Empty},
        {"69395137-6", P::WrongCheckCharacter},
        {"6939513-7", P::WrongLength},
        {"69395137-x", P::WrongCheckCharacter},
        {"440305190001010010", P::WrongCheckCharacter},
        {"440305190002300016", P::ImpossibleBirthDate},
        {"440305190013010014", P::ImpossibleBirthDate},
        {"440305190102290011", P::ImpossibleBirthDate},
        {"990305190001010014", P::UnknownProvince},
        {"44030520990101001X", P::BirthInFuture},
        {"440305190001010", P::FirstGeneration},
        {"44030919000101008x", std::nullopt},
        {"44030919000101008Ｘ", std::nullopt},
        {"1M8GDM9A1KP042788", P::WrongCheckCharacter},
        {"LSVAU033I72182345", P::LetterNotUsed},
        {"LSVAU0330O2182345", P::LetterNotUsed},
        {"LSVAU0330Q2182345", P::LetterNotUsed},
        {"LSVAU03307218234", P::WrongLength},
        {"粤B1234", P::WrongLength},
        {"粤B123456", P::NotAnEnergyLetter},
        {"粤I12345", P::LetterNotUsed},
        {"粤B1O345", P::LetterNotUsed},
        {"粤BI12345", P::LetterNotUsed},
        {"粤BL12345", P::NotAnEnergyLetter},
        {"粤B12345L", P::NotAnEnergyLetter},
        {"粤BDAB234", P::BadCharacter},
        {"B12345", P::UnknownProvince},
        {"粤b12345", std::nullopt},
        {"粤B·12345", std::nullopt},
        {"浙苏H6F681", P::BadCharacter},
        {"粤交运管许可深字44030001号", P::WrongLength},
        {"粤交许可深字440300000001号", P::WrongPhrase},
    };
    return kReasons;
}

} // namespace

class TstIdentifier : public QObject
{
    Q_OBJECT

private slots:
    void validVectorsAreAccepted()
    {
        int seen = 0;
        const auto document = vectors();
        for (const auto &[kind, check] : checks()) {
            for (const char *list : {"valid", "synthetic", "examples_observed"}) {
                if (!document[kind].contains(list))
                    continue;
                for (const auto &entry : document[kind][list]) {
                    auto text = entry.is_object() ? entry["v"].get<std::string>() : entry.get<std::string>();
                    text = text.substr(0, text.find(" ("));
                    const auto problem = check(normalizedIdentifier(text));
                    QVERIFY2(!problem, (text + ": " + std::string(problem ? name(*problem) : "")).c_str());
                    ++seen;
                }
            }
        }
        QCOMPARE(seen, 59);
    }

    void invalidVectorsAreRefusedForTheirReason()
    {
        const auto document = vectors();
        for (const auto &[kind, check] : checks()) {
            for (const auto &entry : document[kind]["invalid"]) {
                const auto text = entry["v"].get<std::string>();
                const auto problem = check(normalizedIdentifier(text));
                const auto expected = reasons().find(text);
                QVERIFY2(expected != reasons().end(), text.c_str());
                QVERIFY2(problem == expected->second,
                         (text + ": " + std::string(problem ? name(*problem) : "accepted")).c_str());
                // As it stands, before it is normalised, it is never an identifier.
                QVERIFY2(check(text), text.c_str());
            }
        }
    }

    void platesTellKindAndEnergy()
    {
        const std::map<std::string, std::string> groups{{"ordinary", "ordinary"},
                                                        {"new_energy_small", "nev_small"},
                                                        {"new_energy_large", "nev_large"},
                                                        {"trailer", "suffix"},
                                                        {"learner", "suffix"},
                                                        {"police", "suffix"},
                                                        {"hong_kong", "suffix"},
                                                        {"macao", "suffix"}};
        const std::map<std::string, PlateEnergy> energies{{"", PlateEnergy::Unknown},
                                                          {"pure electric", PlateEnergy::PureElectric},
                                                          {"other new energy", PlateEnergy::OtherNewEnergy}};
        const auto document = vectors();
        for (const auto &entry : document["plate"]["valid"]) {
            const auto plate = PlateNumber::parse(entry["v"].get<std::string>());
            QVERIFY_OK(plate);
            QCOMPARE(groups.at(std::string(name(plate->kind()))), entry["kind"].get<std::string>());
            QVERIFY(plate->energy() == energies.at(entry.value("energy", "")));
        }
        QVERIFY(PlateNumber::parse("粤B·12345")->isShenzhen());
        QVERIFY(!PlateNumber::parse("粤A12345")->isShenzhen());
        QVERIFY(PlateNumber::parse("粤Z1234港")->isCrossBorder());
        QVERIFY(!PlateNumber::parse("粤B12345")->isCrossBorder());
        QCOMPARE(PlateNumber::parse(" 粤ｂ・１２３４５")->text(), "粤B12345"s);
    }

    void residentNumbersTellBirthAndSex()
    {
        const auto woman = ResidentId::parse("11010519491231002x", today());
        QVERIFY_OK(woman);
        QCOMPARE(isoDate(woman->birthDate()), "1949-12-31"s);
        QVERIFY(woman->sex() == Sex::Female);
        QCOMPARE(woman->division(), std::string_view("110105"));
        QCOMPARE(woman->masked(), "110105********002X"s);
        const auto man = ResidentId::parse("440303189602291239", today());
        QVERIFY_OK(man);
        QVERIFY(man->sex() == Sex::Male);
        QCOMPARE(isoDate(man->birthDate()), "1896-02-29"s);
    }

    void aBirthIsInTheFutureByTheDayGiven()
    {
        const auto id = ResidentId::withCheckCharacter("44030520261123001", today());
        QVERIFY_OK(id);
        const Date yesterday = today() - std::chrono::days(1);
        QVERIFY(ResidentId::check(id->text(), yesterday) == IdentifierProblem::BirthInFuture);
        QVERIFY_FAILS(ResidentId::withCheckCharacter("44030520261123001", yesterday),
                      ErrorCode::InvalidInput);
    }

    void ageIsInCompletedYears()
    {
        const auto age = [](std::string_view birth, std::string_view day) {
            return ageOn(*parseIsoDate(birth), *parseIsoDate(day));
        };
        QCOMPARE(age("2000-11-23", "2026-11-22"), 25);
        QCOMPARE(age("2000-11-23", "2026-11-23"), 26);
        QCOMPARE(age("2004-02-29", "2022-02-28"), 17);
        QCOMPARE(age("2004-02-29", "2022-03-01"), 18);
        QCOMPARE(age("2026-01-01", "2026-01-01"), 0);
    }

    void creditCodesHaveParts()
    {
        const auto code = CreditCode::parse("9144 0300-7084 61136t");
        QVERIFY_OK(code);
        QCOMPARE(code->registrarAndType(), std::string_view("91"));
        QCOMPARE(code->division(), std::string_view("440300"));
        QCOMPARE(code->organisation(), std::string_view("708461136"));
        QVERIFY(code->organisationCodeHolds());
        const auto odd = CreditCode::withCheckCharacter("91440300708461137");
        QVERIFY_OK(odd);
        QVERIFY(!odd->organisationCodeHolds());
        QCOMPARE(OrganisationCode::parse("69395137-7")->printed(), "69395137-7"s);
    }

    void checkCharactersAreMade()
    {
        const auto document = vectors();
        for (const auto &entry : document["uscc"]["valid"]) {
            const auto text = entry["v"].get<std::string>();
            QCOMPARE(CreditCode::withCheckCharacter(text.substr(0, 17))->text(), text);
        }
        for (const auto &entry : document["organisation_code"]["valid"]) {
            const auto text = entry["v"].get<std::string>();
            QCOMPARE(OrganisationCode::withCheckCharacter(text.substr(0, 8))->printed(), text);
        }
        for (const auto &entry : document["resident_id"]["valid"]) {
            const auto text = entry["v"].get<std::string>();
            QCOMPARE(ResidentId::withCheckCharacter(text.substr(0, 17), today())->text(), text);
        }
        for (const auto &entry : document["vin"]["valid"]) {
            auto text = entry["v"].get<std::string>();
            const std::string expected = text;
            text[8] = '0';
            QCOMPARE(Vin::withCheckCharacter(text)->text(), expected);
        }
        QVERIFY_FAILS(CreditCode::withCheckCharacter("914403007084611"), ErrorCode::InvalidInput);
        QVERIFY_FAILS(CreditCode::withCheckCharacter("9I440300708461136"), ErrorCode::InvalidInput);
        QVERIFY_FAILS(OrganisationCode::withCheckCharacter("6939513"), ErrorCode::InvalidInput);
        QVERIFY_FAILS(ResidentId::withCheckCharacter("4403051900023000", today()), ErrorCode::InvalidInput);
        QVERIFY_FAILS(ResidentId::withCheckCharacter("44030519000230001", today()), ErrorCode::InvalidInput);
        QVERIFY_FAILS(Vin::withCheckCharacter("LSVAU0330Q2182345"), ErrorCode::InvalidInput);
    }

    /// Every single wrong digit and every exchange of neighbours in a resident number, a credit code and a
    /// VIN.
    void slipsOfThePenAreFound()
    {
        const std::map<std::string, Check> codes{{"440305190001010017", checkResident},
                                                 {"91440300708461136T", CreditCode::check},
                                                 {"693951377", OrganisationCode::check}};
        for (const auto &[text, check] : codes) {
            for (std::size_t i = 0; i < text.size(); ++i) {
                for (char digit = '0'; digit <= '9'; ++digit) {
                    std::string wrong = text;
                    wrong[i] = digit;
                    QVERIFY2(wrong == text || check(wrong), wrong.c_str());
                }
                std::string swapped = text;
                if (i + 1 < text.size())
                    std::swap(swapped[i], swapped[i + 1]);
                QVERIFY2(swapped == text || check(swapped), swapped.c_str());
            }
        }
    }

    void anImportedVehicleMayLackTheCheckDigit()
    {
        const auto vin = Vin::parse("1M8GDM9A1KP042788");
        QVERIFY_OK(vin);
        QVERIFY(!vin->checkDigitHolds());
        QVERIFY(Vin::parse("1m8gdm9axkp042788")->checkDigitHolds());
        QVERIFY_FAILS(Vin::parse("1M8GDM9A1KP04278"), ErrorCode::InvalidInput);
    }

    void itemCodesHoldACreditCode()
    {
        const nlohmann::json section = vectors()["government_item_code"];
        const auto item = GovernmentItemCode::parse(section["example"]["v"].get<std::string>());
        QVERIFY_OK(item);
        QCOMPARE(std::string(item->authority()), section["example"]["uscc"].get<std::string>());
        QCOMPARE(item->item(), std::string_view("3442015052006"));
        QVERIFY(item->subItem().empty());
        const auto sub = GovernmentItemCode::parse(section["sub_item_example"]["v"].get<std::string>());
        QVERIFY_OK(sub);
        QCOMPARE(sub->subItem(), std::string_view("02"));
        QVERIFY(GovernmentItemCode::check("") == IdentifierProblem::Empty);
        QVERIFY(GovernmentItemCode::check("1144030069395137") == IdentifierProblem::WrongLength);
        QVERIFY(GovernmentItemCode::check("114403006939513743442015052006X")
                == IdentifierProblem::BadCharacter);
        QVERIFY(GovernmentItemCode::check("1144030069395137743442015052006")
                == IdentifierProblem::WrongEmbeddedCode);
    }

    void divisionsContainEachOther()
    {
        const auto document = vectors();
        for (const auto &entry : document["divisions"]["codes"])
            QVERIFY_OK(DivisionCode::parse(entry["code"].get<std::string>()));
        const auto province = *DivisionCode::parse("440000");
        const auto city = *DivisionCode::parse("440300");
        const auto county = *DivisionCode::parse("440305");
        QVERIFY(province.level() == DivisionCode::Level::Province
                && city.level() == DivisionCode::Level::City);
        QVERIFY(province.contains(county) && city.contains(county) && county.contains(county));
        QVERIFY(!county.contains(city) && !city.contains(*DivisionCode::parse("440106")));
        QVERIFY(DivisionCode::check("990000") == IdentifierProblem::UnknownProvince);
        QVERIFY(DivisionCode::check("44030") == IdentifierProblem::WrongLength);
        QVERIFY(DivisionCode::check("4403O5") == IdentifierProblem::BadCharacter);
        QVERIFY(DivisionCode::check("440005") == IdentifierProblem::BadCharacter);
    }

    void certificateNumbersHaveParts()
    {
        const auto number = TransportCertificateNumber::parse("粤交运管许可深字440306012345号");
        QVERIFY_OK(number);
        QCOMPARE(number->division(), std::string_view("440306"));
        QCOMPARE(number->serial(), std::string_view("012345"));
        QCOMPARE(TransportCertificateNumber::parse("津交运管许可德字120128300595")->division(),
                 std::string_view("120128"));
        QVERIFY(TransportCertificateNumber::check("粤交运管许可一二三四字440306012345号")
                == IdentifierProblem::WrongPhrase);
        QVERIFY(TransportCertificateNumber::check("粤交运管许可字440306012345号")
                == IdentifierProblem::WrongPhrase);
    }

    void normalisingTakesOutWhatPeopleType()
    {
        QCOMPARE(normalizedIdentifier("　粤ｂ·１２３４５ "), "粤B12345"s);
        QCOMPARE(normalizedIdentifier("69395137-x"), "69395137X"s);
        QCOMPARE(normalizedIdentifier("粤B・12345"), "粤B12345"s);
        QCOMPARE(normalizedIdentifier(""), ""s);
        QCOMPARE(normalizedIdentifier("\xC2"), "\xC2"s);
    }

    void maskingHidesTheMiddle()
    {
        QCOMPARE(masked("440305190001010017"), "440305**********17"s);
        QCOMPARE(masked("粤B12345", 2, 2), "粤B***45"s);
        QCOMPARE(masked("12345678"), "********"s);
        QCOMPARE(masked("深圳"), "**"s);
        QCOMPARE(masked(""), ""s);
    }

    void aRefusalNeverQuotesTheIdentifier()
    {
        const auto refused = ResidentId::parse("440305190001010010", today());
        QVERIFY_FAILS(refused, ErrorCode::InvalidInput);
        QCOMPARE(refused.error().detail, "resident id: wrong_check_character"s);
    }
};

QTEST_APPLESS_MAIN(TstIdentifier)
#include "tst_identifier.moc"
