namespace Promote.Credentials.Tests.Proofs.Keys.Pkcs11;

/// <summary>A fact over <see cref="SoftHsm"/>: skipped, with the reason printed, where it is not installed. Give it the trait <c>needs=softhsm</c> too.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactNeedsSoftHsmAttribute : FactAttribute
{
    public FactNeedsSoftHsmAttribute() => Skip = SoftHsm.Missing;
}
