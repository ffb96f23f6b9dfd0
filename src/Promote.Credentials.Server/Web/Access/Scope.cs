using System.Collections.Frozen;

namespace Promote.Credentials.Server.Web.Access;

/// <summary>What an API key may do.</summary>
internal static class Scope
{
    /// <summary>Read the own issuer.</summary>
    public const string IssuersRead = "issuers:read";

    /// <summary>Change the own issuer.</summary>
    public const string IssuersWrite = "issuers:write";

    /// <summary>Admit another issuer to this service: for its operator.</summary>
    public const string IssuersCreate = "issuers:create";

    /// <summary>Read achievements.</summary>
    public const string AchievementsRead = "achievements:read";

    /// <summary>Create, change, publish and retire achievements.</summary>
    public const string AchievementsWrite = "achievements:write";

    /// <summary>Read awards.</summary>
    public const string AwardsRead = "awards:read";

    /// <summary>Award achievements.</summary>
    public const string AwardsWrite = "awards:write";

    /// <summary>Revoke, suspend, reinstate and replace awards.</summary>
    public const string AwardsRevoke = "awards:revoke";

    /// <summary>Award, without an assessment here, what is awarded after an assessment only: for whoever answers for one that was made elsewhere.</summary>
    public const string AwardsVouch = "awards:vouch";

    /// <summary>Read assessments.</summary>
    public const string AssessmentsRead = "assessments:read";

    /// <summary>Open, record and submit assessments.</summary>
    public const string AssessmentsWrite = "assessments:write";

    /// <summary>Confirm, return and reject assessments of others.</summary>
    public const string AssessmentsDecide = "assessments:decide";

    /// <summary>Read pathways.</summary>
    public const string PathwaysRead = "pathways:read";

    /// <summary>Create, change and publish pathways.</summary>
    public const string PathwaysWrite = "pathways:write";

    /// <summary>Have credentials signed that the platform wrote itself, over the VC-API, and change their status.</summary>
    public const string VcApiIssue = "vc-api:issue";

    /// <summary>Make, list and revoke the API keys of the own issuer.</summary>
    public const string KeysManage = "keys:manage";

    /// <summary>Invite people, see them, and change what they do for the own issuer.</summary>
    public const string PeopleManage = "people:manage";

    /// <summary>Accredit other issuers, and end it.</summary>
    public const string AccreditationsWrite = "accreditations:write";

    /// <summary>Add, activate, retire and give up the keys that the own issuer signs with.</summary>
    public const string IssuerKeysManage = "issuer-keys:manage";

    /// <summary>Make, change and delete the webhooks of the own issuer, and see what became of their messages.</summary>
    public const string WebhooksManage = "webhooks:manage";

    /// <summary>Find learners, and export all that is held of them.</summary>
    public const string LearnersRead = "learners:read";

    /// <summary>Erase learners for ever.</summary>
    public const string LearnersErase = "learners:erase";

    /// <summary>Read what was done at the own issuer, by whom and why.</summary>
    public const string AuditRead = "audit:read";

    /// <summary>Search ESCO's occupations and skills, which belong to nobody.</summary>
    public const string EscoRead = "esco:read";

    /// <summary>Import files of ESCO for everybody who uses this service: for its operator.</summary>
    public const string EscoWrite = "esco:write";

    /// <summary>Every scope.</summary>
    public static FrozenSet<string> All { get; } =
        [IssuersRead, IssuersWrite, IssuersCreate, AchievementsRead, AchievementsWrite, AwardsRead, AwardsWrite, AwardsRevoke, AwardsVouch, AssessmentsRead, AssessmentsWrite, AssessmentsDecide, PathwaysRead, PathwaysWrite, VcApiIssue, KeysManage, PeopleManage, AccreditationsWrite, IssuerKeysManage, WebhooksManage, LearnersRead, LearnersErase, AuditRead, EscoRead, EscoWrite];

    /// <summary>Every scope within one issuer. Vouching is not among them: an administrator gives it to one client by its name.</summary>
    public static FrozenSet<string> OfIssuer { get; } = All.Except([IssuersCreate, EscoWrite, AwardsVouch]).ToFrozenSet();
}
