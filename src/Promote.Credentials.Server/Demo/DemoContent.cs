using Promote.Credentials.Domain.Achievements;
using Promote.Credentials.Domain.Awards;
using Promote.Credentials.Domain.Issuers;
using Promote.Credentials.Domain.Learners;
using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Server.Demo;

/// <summary>What the demo consists of: one achievement of PROMOTE's field with real ESCO concepts; issuer and learner are invented.</summary>
internal static class DemoContent
{
    public const string Slug = "cove-demo";

    /// <summary>Id of the result description that an award can give a result for.</summary>
    public const string Test = "test";

    private const string Skill = "http://data.europa.eu/esco/skill/";
    private const string Lists = "http://data.europa.eu/snb/";

    public static AchievementContent Achievement { get; } = new()
    {
        Name = Text("De-escalating conflict in prison", "Dezamorsarea conflictelor în penitenciar"),
        Description = Text(
            "Sees tension rise early, calms it by talking, keeps everybody present safe and reports what happened.",
            "Observă din timp creșterea tensiunii, o calmează prin dialog, îi ține în siguranță pe cei prezenți și raportează cele întâmplate."),
        Criteria = Text(
            "- A written test on law and procedure, passed with 60 percent\n- Two observed simulations with role players\n- One incident report from own practice, discussed with the assessor",
            "- Un test scris despre lege și proceduri, promovat cu 60 la sută\n- Două simulări observate, cu actori\n- Un raport de incident din propria practică, discutat cu evaluatorul"),
        Type = "MicroCredential",
        Outcomes =
        [
            Outcome("0ee94af1-b445-4973-9c3f-459fab250342", "cross-sector", "apply conflict management", "aplică gestionarea conflictelor"),
            Outcome("f6c12779-bd4c-4908-a766-dd0db556c63b", "cross-sector", "deal with aggressive behaviour", "gestionează comportamentul agresiv"),
            Outcome("0900073c-85f9-4f81-b178-ad9a12371bc3", null, "respond to individuals' extreme emotions", "reacționează la emoțiile extreme ale persoanelor"),
            Outcome("24310a7b-5db1-4917-a705-4835630227ca", "cross-sector", "create incident reports", "întocmește rapoarte de incident"),
        ],
        ThematicArea = new Uri(Lists + "isced-f/1032"),
        LearningOpportunityType = new Uri(Lists + "learning-opportunity/74a4a268e8"),
        Activities =
        [
            new LearningActivity
            {
                Title = Text("Online course on law, procedure and communication", "Curs online despre lege, proceduri și comunicare"),
                Type = new Uri(Lists + "learning-activity/bf2e3a7bae"), Mode = new Uri(Lists + "learning-assessment/920fbb3cbe"), Workload = "PT20H",
            },
            new LearningActivity
            {
                Title = Text("Accompanied practice on a prison wing", "Practică însoțită într-o secție de penitenciar"),
                Type = new Uri(Lists + "learning-activity/4357e0e681"), Mode = new Uri(Lists + "learning-assessment/729f3bed4b"), Workload = "PT40H",
            },
        ],
        EntryRequirement = Text("Work with convicted persons, in custody or in the community", "Activitate cu persoane condamnate, în detenție sau în comunitate"),
        Occupation = new Uri("http://data.europa.eu/esco/occupation/3327a087-cd36-4b02-ac1b-6455f59f9312"),
        EqfLevel = 4,
        Credits = new Credits(2),
        Workload = "PT60H",
        Mode = new Uri(Lists + "learning-assessment/e92d221e4d"),
        AssessmentType = new Uri(Lists + "assessment/6a4db9f11d"),
        Supervision = new Uri(Lists + "supervision-verification/70be69aaf9"),
        Participation = new Uri(Lists + "learning-schedule/67395e6b5a"),
        QualityAssurance = new Uri(Lists + "accreditation/bb4618238e"),
        Entitlement = new Entitlement
        {
            Title = Text("Work as a prison officer who is called when a conflict escalates", "Activitate ca agent penitenciar chemat când un conflict escaladează"),
            Type = new Uri(Lists + "entitlement/52f62180c2"),
            Status = new Uri(Lists + "entitlement-status/5b8d6b34fb"),
        },
        ResultDescriptions =
        [
            new ResultDescription
            {
                Id = Test, Name = Text("Written test", "Test scris"), ResultType = "Percent", ValueMin = "0", ValueMax = "100", RequiredValue = "60",
            },
        ],
    };

    public static Issuer Issuer(string id) => new()
    {
        Id = id,
        Slug = Slug,
        Name = Text("Demonstration Centre of Vocational Excellence", "Centru demonstrativ de excelență vocațională"),
        Description = Text(
            "Not a real organisation: it shows how a centre of the PROMOTE network issues credentials.",
            "Nu este o organizație reală: arată cum emite certificate un centru din rețeaua PROMOTE."),
        Email = "office@cove-demo.example",
        CountryCode = "RO",
        PrimaryLanguage = "en",
        VcApi = true,
    };

    public static AwardProposal Award(DateTimeOffset today) => new()
    {
        Learner = new Learner { GivenName = "Ana", FamilyName = "Exemplu", Email = "ana@example.org", Language = "ro" },
        AwardedOn = today,
        Activity = new Activity(today.AddDays(-60), today.AddDays(-7)),
        Results = [new Result(Test, "92")],
        Formats = ["ob3", "europass"],
    };

    private static LearningOutcome Outcome(string skill, string? reuse, string english, string romanian) =>
        new(Text(english, romanian), new Uri(Skill + skill), new Uri(Lists + "skill-type/skill"), reuse is null ? null : new Uri(Lists + "skill-reuse-level/" + reuse));

    private static LanguageMap Text(string english, string romanian) => new([new("en", english), new("ro", romanian)]);
}
