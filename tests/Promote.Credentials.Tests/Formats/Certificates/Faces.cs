using Promote.Credentials.Formats.Certificates;

namespace Promote.Credentials.Tests.Formats.Certificates;

/// <summary>Certificates to be drawn: in the languages whose letters are easily got wrong, and as full as can be.</summary>
internal static class Faces
{
    public static TheoryData<string> Names => [.. All.Keys];

    public static IReadOnlyDictionary<string, CertificateFace> All { get; } = new Dictionary<string, CertificateFace>
    {
        ["ro"] = Of("ro", "Centrul de Excelență Vocațională PROMOTE România", "Ștefania Țuțuianu-Băluță", "Dezamorsarea conflictelor în penitenciar",
            "Titularul recunoaște din timp tensiunea în creștere, o calmează prin dialog, îi protejează pe toți cei prezenți și raportează cele întâmplate.",
            ["Aplică tehnici de gestionare a conflictelor", "Face față comportamentului agresiv", "Reacționează la emoțiile extreme ale persoanelor"], "Portofoliu", "Promovat"),
        ["lt"] = Of("lt", "Lietuvos kalėjimų tarnybos mokymo centras", "Žydrūnė Šlėgerytė-Čiužaitė", "Konfliktų švelninimas įkalinimo įstaigoje",
            "Pastebi augančią įtampą, ją nuramina pokalbiu, apsaugo visus esančius ir praneša apie įvykį.",
            ["Taiko konfliktų valdymo būdus", "Elgiasi tinkamai susidūręs su agresija", "Rengia įvykių ataskaitas"], "Rašto darbas", "9,5"),
        ["tr"] = Of("tr", "Ceza İnfaz Kurumları Eğitim Merkezi", "Işıl Gülşen Çağlayangil", "Ceza infaz kurumunda çatışmayı yatıştırma",
            "Yükselen gerilimi erken fark eder, konuşarak yatıştırır, orada bulunan herkesi korur ve olanları raporlar.",
            ["Çatışma yönetimini uygular", "Saldırgan davranışla başa çıkar", "Olay raporu düzenler"], "Yazılı sınav", "92"),
        ["de"] = Of("de", "Bildungszentrum für den Justizvollzug", "Jörg Weißmüller", "Deeskalation im Strafvollzug",
            "Erkennt wachsende Spannung früh, beruhigt sie im Gespräch, schützt alle Anwesenden und berichtet, was geschehen ist.",
            ["Wendet Verfahren der Konfliktlösung an", "Geht mit aggressivem Verhalten um", "Verfasst Vorkommnismeldungen"], "Schriftliche Prüfung", "92 %"),
        ["full"] = Full,
    };

    private static CertificateFace Full => Of("en", Words(200), $"{Words(200)} {Words(200)}", Words(200), Words(4000), [.. Enumerable.Range(0, 50).Select(_ => Words(300))], Words(200), "Mastered") with
    {
        Results = [.. Enumerable.Range(1, 20).Select(number => ($"{number} {Words(196)}", Words(100)))],
        Facts = [.. Enum.GetValues<CertificateWord>().Skip(4).Take(8).Select(word => (CertificateWords.In("en", word), Words(100)))],
        VerificationUrl = $"https://{new string('a', 60)}.{new string('b', 60)}.example/v/q2mQ0v6cTk-3Wn1bYx9sZA",
        IsTest = true,
    };

    private static CertificateFace Of(string language, string issuer, string learner, string title, string description, string[] outcomes, string test, string value) => new()
    {
        Language = language,
        Kind = CertificateFace.KindOf("MicroCredential", language),
        Issuer = issuer,
        Learner = learner,
        Title = title,
        Description = description,
        Outcomes = outcomes,
        Facts =
        [
            (CertificateWords.In(language, CertificateWord.Level), "EQF 4"),
            (CertificateWords.In(language, CertificateWord.Credits), "2.5 ECTS"),
            (CertificateWords.In(language, CertificateWord.Workload), "60 h"),
            (CertificateWords.In(language, CertificateWord.Field), "Protection of persons and property"),
            (CertificateWords.In(language, CertificateWord.LearningMode), "Blended"),
            (CertificateWords.In(language, CertificateWord.AssessmentType), "practical assessment"),
            (CertificateWords.In(language, CertificateWord.QualityAssurance), "Institutional Quality Assurance"),
        ],
        Dates =
        [
            (CertificateWords.In(language, CertificateWord.AwardedOn), CertificateWords.Day(language, new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero))),
            (CertificateWords.In(language, CertificateWord.ValidUntil), CertificateWords.Day(language, new DateTimeOffset(2028, 11, 20, 0, 0, 0, TimeSpan.Zero))),
        ],
        Results = [(test, value)],
        VerificationUrl = "https://credentials.promote.example/v/q2mQ0v6cTk-3Wn1bYx9sZA",
        ShortId = "q2mQ0v6c",
    };

    private static string Words(int length) => string.Concat(Enumerable.Repeat("words of some length ", 1 + (length / 21)))[..length].Trim();
}
