namespace Promote.Credentials.Tests.Proofs.Jades;

/// <summary>A fact over <see cref="OpenSslAuthority"/>: skipped, with the reason printed, where openssl is not installed. Give it the trait <c>needs=openssl</c> too.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactNeedsOpenSslAttribute : FactAttribute
{
    public FactNeedsOpenSslAttribute() => Skip = OpenSslAuthority.Missing;
}
