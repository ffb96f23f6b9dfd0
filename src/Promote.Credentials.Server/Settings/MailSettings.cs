using System.ComponentModel.DataAnnotations;

namespace Promote.Credentials.Server.Settings;

/// <summary>The section <c>Promote:Mail</c>: the SMTP server through which learners are told. Without a host nobody is.</summary>
internal sealed record MailSettings
{
    /// <summary>Name of the server that takes our mail.</summary>
    [MinLength(1)]
    public string? Host { get; init; }

    /// <summary>587 is the port for submission (RFC 6409 §3.1).</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>Name to log in with; null to send without.</summary>
    public string? UserName { get; init; }

    /// <summary>Password of that name.</summary>
    public string? Password { get; init; }

    /// <summary>The address that mail comes from; the issuer's name is shown beside it.</summary>
    public string? From { get; init; }

    /// <summary>Encrypts the connection before anything is said (RFC 3207); a server that cannot is not used.</summary>
    public bool StartTls { get; init; } = true;

    /// <summary>How long one mail may take.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; init; } = 20;

    /// <summary>Says nothing: it has a password.</summary>
    public override string ToString() => "MailSettings ***";
}
