using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>eddsa-rdfc-2022 (Data Integrity EdDSA Cryptosuites 1.0 §3.2): the meaning of the document is signed, by Ed25519.</summary>
public sealed class EddsaRdfc2022() : Cryptosuite("eddsa-rdfc-2022", Transformation.Rdfc, KeyAlgorithm.Ed25519);
