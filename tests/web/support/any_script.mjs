// A deal with people and words in many scripts, as it lies in storage.
import { openPage } from "./page.mjs";

export const texts = {
    japanese: "日本太郎",
    chinese: "王小明",
    korean: "김민준",
    arabic: "محمد الأحمد",
    hebrew: "דוד כהן",
    hindi: "सुनीता शर्मा",
    thai: "สมชาย ใจดี",
    vietnamese: "Nguyễn Thị Hằng",
    greek: "Ελένη Παπαδοπούλου",
    russian: "Юлия Щербакова",
    emoji: "Zoë 👩🏽‍💻 Ærø 🇯🇵",
};
export const account = "株式会社山田製作所";
export const title = "Planning 計画 👨‍👩‍👧‍👦";
export const longJapanese = "来年度の生産計画について、現場の負担を減らしながら納期を守る方法を一緒に検討したいとのことでした。「まずは小さく始めて、結果を見てから判断したい」というご意見です。";
export const longArabic = "قال إن التوقف عن العمل في الموسم غير مقبول، وطلب خطة واضحة قبل نهاية الشهر مع مثال من مصنع آخر.";
export const longThai = "เขาบอกว่าต้องการเห็นผลลัพธ์จากโรงงานอื่นก่อนตัดสินใจ และขอให้ส่งตัวเลขภายในสัปดาห์หน้า";
export const longHindi = "उन्होंने कहा कि मौसम में काम रुकना स्वीकार्य नहीं है, और महीने के अंत से पहले एक स्पष्ट योजना माँगी।";

const functions = ["finance", "it", "operations", "procurement", "legal", "executive", "finance", "it", "operations", "procurement", "executive"];
const roles = ["decision_maker", "approver", "user", "influencer", "approver", "user", "influencer", "user", "user", "influencer", "user"];
const stances = ["champion", "supportive", "neutral", "sceptical", "opposed", "supportive", "neutral", "champion", "supportive", "sceptical", "neutral"];
const id = (letter, number) => letter + String(number).padStart(5, "0");

const names = Object.values(texts);
export const deal = {
    middleground: 1,
    deal: {
        id: "d00001",
        title,
        account,
        amount: { minor: 18400000, currency: "JPY" },
        opened: "2026-05-21",
        targets: [{ on: "2026-05-21", date: "2026-08-29" }],
        stakeholders: names.map((name, i) => ({
            id: id("p", i + 1),
            name,
            function: functions[i],
            role: roles[i],
            influence: 30 + 5 * i,
            stances: [{ on: "2026-06-05", stance: stances[i], why: [longJapanese, longArabic, longThai, longHindi][i % 4] }],
        })),
        influences: [{ from: "p00001", to: "p00002", weight: 0.3 }, { from: "p00004", to: "p00005", weight: 0.5 }],
        commitments: [
            { id: "c00001", title: "変化を検討する", people: ["p00001", "p00002"], events: [{ kind: "asked", on: "2026-06-05", who: ["p00001"], interaction: "m00001" }, { kind: "agreed", on: "2026-06-06", who: ["p00001"] }, { kind: "due", on: "2026-06-06", due: "2026-06-30" }] },
            { id: "c00002", title: "بناء التوافق بين الأقسام قبل نهاية الشهر", prerequisites: ["c00001"], people: ["p00004"] },
            { id: "c00003", title: "สร้างความเห็นพ้องกับทีมผลิต", prerequisites: ["c00001"], people: ["p00007"] },
            { id: "c00004", title: "निवेश का निर्णय 🚀", decides: true, prerequisites: ["c00002", "c00003"] },
        ],
        promises: [{ id: "r00001", to: "p00005", what: "לשלוח את ההצעה עד 2 ביולי", due: "2026-07-02", events: [{ kind: "made", on: "2026-06-05" }] }],
        interactions: [
            { id: "m00001", on: "2026-06-05", people: ["p00001", "p00002"], summary: longJapanese, asks: ["c00001"], concerns: ["w00001"], value_given: [{ to: "p00002", what: "三家工厂的数据 📈" }], next: { commitment: "c00002", on: "2026-06-20" } },
            { id: "m00002", on: "2026-06-10", kind: "email", direction: "inbound", people: ["p00004"], summary: longArabic },
            { id: "m00003", on: "2026-06-12", people: ["p00007", "p00006"], summary: longThai },
            { id: "m00004", on: "2026-06-14", people: ["p00006"], summary: longHindi + " 🇮🇳" },
        ],
        concerns: [{ id: "w00001", stakeholder: "p00004", text: "التوقف في الموسم", events: [{ kind: "raised", on: "2026-06-05" }] }],
    },
};

// A page whose storage has this deal, and nothing else.
export async function openScripts(t, { before, path = "?today=2026-06-16", ...options } = {}) {
    const page = await openPage(t, path, {
        ...options,
        before: async (raw) => {
            await before?.(raw);
            await raw.addInitScript((text) => localStorage.length || localStorage.setItem("middleground/deal/d00001", text), JSON.stringify(deal));
        },
    });
    await page.press("0"); // Today comes first where a deal is open
    return page;
}
