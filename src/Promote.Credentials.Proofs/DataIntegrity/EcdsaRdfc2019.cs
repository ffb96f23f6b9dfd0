using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>ecdsa-rdfc-2019 (Data Integrity ECDSA Cryptosuites 1.0 §3.2): the meaning of the document is signed, by P-256 or P-384.</summary>
public sealed class EcdsaRdfc2019() : Cryptosuite("ecdsa-rdfc-2019", Transformation.Rdfc, KeyAlgorithm.P256, KeyAlgorithm.P384);
