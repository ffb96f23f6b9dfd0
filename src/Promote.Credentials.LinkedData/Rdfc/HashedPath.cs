namespace Promote.Credentials.LinkedData.Rdfc;

/// <summary>What "Hash N-Degree Quads" (RDFC-1.0 §4.8) gives: a hash, and the issuer that holds the order it stands for.</summary>
internal readonly record struct HashedPath(string Hash, BlankNodeIssuer Issuer);
