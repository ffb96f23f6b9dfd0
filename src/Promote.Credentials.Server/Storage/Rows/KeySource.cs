namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>What holds the private part of an issuer's key.</summary>
internal enum KeySource
{
    /// <summary>The folder <c>keys-dev</c>, in Development only.</summary>
    Development,

    /// <summary>An encrypted PKCS#8 or PKCS#12 file in the keys directory.</summary>
    File,

    /// <summary>A PKCS#11 token, which signs itself.</summary>
    Token,
}
