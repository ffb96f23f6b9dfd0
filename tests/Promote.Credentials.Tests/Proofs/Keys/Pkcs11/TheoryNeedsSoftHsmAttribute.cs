namespace Promote.Credentials.Tests.Proofs.Keys.Pkcs11;

/// <summary>A theory like <see cref="FactNeedsSoftHsmAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TheoryNeedsSoftHsmAttribute : TheoryAttribute
{
    public TheoryNeedsSoftHsmAttribute() => Skip = SoftHsm.Missing;
}
