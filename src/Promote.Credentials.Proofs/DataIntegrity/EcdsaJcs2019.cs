using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>ecdsa-jcs-2019 (Data Integrity ECDSA Cryptosuites 1.0 §3.3): the JSON of the document is signed, by P-256 or P-384.</summary>
public sealed class EcdsaJcs2019() : Cryptosuite("ecdsa-jcs-2019", Transformation.Jcs, KeyAlgorithm.P256, KeyAlgorithm.P384);
