#include "core/intake/tables/recognise.hpp"

#include "core/intake/tables/column_reading.hpp"
#include "core/model/names.hpp"
#include "tests/support/import_files.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

// "title=Deal account=Client": the fields in the order of the columns, with their headings.
std::string taken(std::string_view headings, std::string_view row = {}) {
    ImportFiles files;
    files.add("t.csv", std::string(headings) + '\n' + std::string(row) + '\n');
    const auto& mapping = files.list.front().mapping;
    std::string words = std::string(key_of(mapping.system)) + ' ' + std::string(key_of(mapping.kind)) + ':';
    for (std::size_t i = 0; i < mapping.fields.size(); ++i) {
        if (mapping.fields[i] != ImportField::nothing) words += ' ' + std::string(key_of(mapping.fields[i])) + '=' + files.tables.front().table.columns[i];
    }
    return words;
}

}

TEST_CASE("exports of programs are known by their headings", "[import]") {
    CHECK(taken("Record Id,Deal Name,Account Name,Amount,Stage,Closing Date,Deal Owner,Probability (%),Contact Name,Lead Source,Modified Time") ==
          "zoho deals: deal_id=Record Id title=Deal Name account=Account Name amount=Amount stage=Stage close_date=Closing Date seller=Deal Owner contacts=Contact Name "
          "changed=Modified Time");
    CHECK(taken("(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,Potential Customer,Est. Close Date,Est. Revenue,Contact,Owner,Status,Rating")
              .starts_with("dynamics deals: deal_id=(Do Not Modify) Opportunity changed=(Do Not Modify) Modified On title=Topic account=Potential Customer"));
    CHECK(taken("ID,TITLE,STAGE_ID,OPPORTUNITY,CURRENCY_ID,COMPANY_ID,CONTACT_ID,BEGINDATE,CLOSEDATE,ASSIGNED_BY_ID,CLOSED") ==
          "bitrix deals: deal_id=ID title=TITLE stage=STAGE_ID amount=OPPORTUNITY currency=CURRENCY_ID account_id=COMPANY_ID contact_ids=CONTACT_ID created=BEGINDATE "
          "close_date=CLOSEDATE seller=ASSIGNED_BY_ID is_closed=CLOSED");
    CHECK(taken("Id,Name,AccountId,Amount,StageName,CloseDate,IsWon,IsClosed,OwnerId,CreatedDate").starts_with("salesforce deals: deal_id=Id title=Name account_id=AccountId"));
    CHECK(taken("id,name,partner_id,expected_revenue,stage_id,date_deadline,user_id,create_date,active,email_from") ==
          "odoo deals: deal_id=id title=name account=partner_id amount=expected_revenue stage=stage_id close_date=date_deadline seller=user_id created=create_date "
          "email=email_from");
    // What a program shares with sheets of nobody in particular does not make it that program's.
    CHECK(taken("Deal Name,Customer,Value,Stage,Close Date").starts_with("other deals: title=Deal Name"));
    CHECK(taken("Potential No,Opportunity Name,Organization Name,Sales Stage,Amount,Expected Close Date,Assigned To").starts_with("vtiger deals: deal_id=Potential No title=Opportunity Name"));
    CHECK(taken("Title,Value,Organization,Contact person,Stage,Status,Expected close date,Won time,Owner").starts_with("pipedrive deals: title=Title amount=Value account=Organization"));
}

TEST_CASE("sheets of nobody in particular, in many tongues", "[import]") {
    CHECK(taken("opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value") ==
          "other deals: deal_id=opportunity_id seller=sales_agent title=product account=account stage=deal_stage created=engage_date close_date=close_date amount=close_value");
    CHECK(taken("Deal Title,Client Name,Deal Amount USD,Sales Stage,Est. Close") ==
          "other deals: title=Deal Title account=Client Name amount=Deal Amount USD stage=Sales Stage close_date=Est. Close");
    CHECK(taken("Proyecto;Cliente;Monto;Etapa;Fecha de cierre;Vendedor") == "other deals: title=Proyecto account=Cliente amount=Monto stage=Etapa close_date=Fecha de cierre seller=Vendedor");
    CHECK(taken("Negocia\u00e7\u00e3o;Empresa;Valor total;Situa\u00e7\u00e3o;Previs\u00e3o de fechamento") ==
          "other deals: title=Negocia\u00e7\u00e3o account=Empresa amount=Valor total status=Situa\u00e7\u00e3o close_date=Previs\u00e3o de fechamento");
    CHECK(taken("Trattativa;Azienda;Importo;Fase;Chiusura prevista") == "other deals: title=Trattativa account=Azienda amount=Importo stage=Fase close_date=Chiusura prevista");
    CHECK(taken("Kans;Bedrijf;Bedrag;Fase;Verwachte sluitdatum") == "other deals: title=Kans account=Bedrijf amount=Bedrag stage=Fase close_date=Verwachte sluitdatum");
    CHECK(taken("Szansa sprzeda\u017cy;Klient;Warto\u015b\u0107;Etap;Data zamkni\u0119cia") ==
          "other deals: title=Szansa sprzeda\u017cy account=Klient amount=Warto\u015b\u0107 stage=Etap close_date=Data zamkni\u0119cia");
    CHECK(taken("\u6848\u4ef6\u540d,\u9867\u5ba2\u540d,\u53d7\u6ce8\u91d1\u984d,\u30d5\u30a7\u30fc\u30ba,\u53d7\u6ce8\u4e88\u5b9a\u65e5") ==
          "other deals: title=\u6848\u4ef6\u540d account=\u9867\u5ba2\u540d amount=\u53d7\u6ce8\u91d1\u984d stage=\u30d5\u30a7\u30fc\u30ba close_date=\u53d7\u6ce8\u4e88\u5b9a\u65e5");
}

TEST_CASE("people, companies and tasks are not taken for deals", "[import]") {
    struct Case {
        std::string_view headings;
        ImportKind kind;
        std::string_view missing;
    };
    for (const auto& one : {Case{"First Name,Last Name,Email,Phone,Company,Lead Status", ImportKind::people, ""},
                            Case{"Company,Industry,Website,Employees,City,Country", ImportKind::accounts, "These are companies, not deals"},
                            Case{"Subject,Due Date,Status,Priority,Assigned To,Related To", ImportKind::activities, "These are tasks and activities, not deals"},
                            Case{"Opportunity Number,Region,Opportunity Result,Opportunity Amount USD", ImportKind::deals, ""},
                            Case{"Region,Stage,Amount,Close Date", ImportKind::deals, "Say which column has the title of the deal, or the account"},
                            Case{"Company,Contact,Title,Email,Phone,Status", ImportKind::people, ""},
                            Case{"customer_id,name,email,country,signup_date,status", ImportKind::accounts, ""},
                            Case{"ID do registro.,Nome da empresa,Propriet\u00e1rio da empresa,Data de cria\u00e7\u00e3o,Cidade,Setor", ImportKind::accounts, ""},
                            Case{"Name,Colour,Weight", ImportKind::deals, "Nothing in its headings says that the rows are deals"}}) {
        INFO(one.headings);
        ImportFiles files;
        files.add("t.csv", std::string(one.headings) + "\na,b,c,d,e,f\n");
        const auto& mapping = files.list.front().mapping;
        CHECK(key_of(mapping.kind) == key_of(one.kind));
        CHECK(missing_in(mapping).value_or("").starts_with(one.missing));
        CHECK(missing_in(mapping).has_value() == !one.missing.empty());
    }
}

TEST_CASE("the currency at the end of a heading is not part of what it says, however it is written", "[import]") {
    CHECK(taken("deal_id,company,amount_usd,stage") == "other deals: deal_id=deal_id account=company amount=amount_usd stage=stage");
    CHECK(taken("empresa,importe_eur,etapa") == "other deals: account=empresa amount=importe_eur stage=etapa");
    CHECK(taken("Deal,Client,Estimated $") == "other deals: title=Deal account=Client amount=Estimated $");
    CHECK(taken("Deal,Client,Stage,amount all") == "other deals: title=Deal account=Client stage=Stage");
}

TEST_CASE("headings without their accents, as databases write them, mean the same", "[import]") {
    CHECK(taken("id_oportunidade,empresa,estagio,valor,responsavel") ==
          "other deals: deal_id=id_oportunidade account=empresa stage=estagio amount=valor seller=responsavel");
}

TEST_CASE("the last words of a heading say what nothing else does", "[import]") {
    CHECK(taken("Deal,Client,Adjusted deal value,Likely close date,Opp Status") ==
          "other deals: title=Deal account=Client amount=Adjusted deal value close_date=Likely close date status=Opp Status");
    CHECK(taken("Deal,Client,likely_deal_value_eur") == "other deals: title=Deal account=Client amount=likely_deal_value_eur");
    // Not of something that only leans on the deal, and not where the deal has its own.
    CHECK(taken("Deal,Client,Stage,Weighted deal value,Last contact close date") == "other deals: title=Deal account=Client stage=Stage");
    CHECK(taken("Deal,Client,Adjusted deal value,Deal value") == "other deals: title=Deal account=Client amount=Deal value");
}

TEST_CASE("of two days of the end, what stands in brackets tells which is which", "[import]") {
    CHECK(taken("Deal,Client,Close Date (A),Close Date (E)") == "other deals: title=Deal account=Client closed_on=Close Date (A) close_date=Close Date (E)");
}

TEST_CASE("the number of a seller is not their name", "[import]") {
    CHECK(taken("ID,TITLE,STAGE_ID,OPPORTUNITY,ASSIGNED_BY_ID,CLOSED", "7,Pilot,NEW,100,Lena Kern,N").contains("seller=ASSIGNED_BY_ID"));
    CHECK(!taken("ID,TITLE,STAGE_ID,OPPORTUNITY,ASSIGNED_BY_ID,CLOSED", "7,Pilot,NEW,100,12,N").contains("seller="));
}

TEST_CASE("a table without headings is judged by what stands in it, and asked about", "[import]") {
    ImportFiles files;
    files.add("t.csv", "Pilot,Kern GmbH,12000,2026-11-30,ann@kern.example,Proposal\nRollout,Brenn AG,9000,2026-12-15,bo@brenn.example,Won\n");
    CHECK(files.tables.front().heading_line == 0);
    const auto& mapping = files.list.front().mapping;
    using enum ImportField;
    CHECK(mapping.fields == std::vector{title, account, amount, close_date, email, stage});
    CHECK(mapping.by_content);
    CHECK(missing_in(mapping)->starts_with("It has no headings."));
}

TEST_CASE("what a column was taken for is shown with three of its values", "[import]") {
    ImportFiles files;
    files.add("t.csv", "Deal,Account,Amount,Colour\nA,X,1,red\nA,Y,much,red\nB,,2,blue\nC,Z,3,\n");
    const auto readings = column_readings(files.tables.front(), files.list.front().mapping);
    REQUIRE(readings.size() == 4);
    CHECK(readings[0].values == std::vector<std::string>{"A", "B", "C"});
    CHECK(readings[1].filled == 3);
    CHECK(readings[2].unread == 1);
    CHECK(readings[3].field == ImportField::nothing);
}
