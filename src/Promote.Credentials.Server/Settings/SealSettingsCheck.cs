namespace Promote.Credentials.Server.Settings;

/// <summary>What single members of <see cref="SealSettings"/> cannot say about themselves.</summary>
internal static class SealSettingsCheck
{
    /// <exception cref="SettingsException">An address is none, or a time-stamp is required and nobody is asked for it.</exception>
    public static void Check(SealSettings seal)
    {
        if (seal.TimeStampAuthority is { } authority && (!authority.IsAbsoluteUri || authority.Scheme is not ("http" or "https") || authority.UserInfo.Length > 0))
        {
            throw new SettingsException("Promote__Seal__TimeStampAuthority is not an http or https address without a password: set the one that your trust service names for RFC 3161.");
        }

        if (seal is { TimeStampRequired: true, TimeStampAuthority: null })
        {
            throw new SettingsException("Promote__Seal__TimeStampRequired is true, and Promote__Seal__TimeStampAuthority is not set: set the address of a time-stamping authority, or remove the first.");
        }
    }
}
