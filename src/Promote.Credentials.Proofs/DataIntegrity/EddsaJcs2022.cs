using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>eddsa-jcs-2022 (Data Integrity EdDSA Cryptosuites 1.0 §3.3): the JSON of the document is signed, by Ed25519.</summary>
public sealed class EddsaJcs2022() : Cryptosuite("eddsa-jcs-2022", Transformation.Jcs, KeyAlgorithm.Ed25519);
