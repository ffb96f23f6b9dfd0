namespace Promote.Credentials.Server.Web.Limits;

/// <summary>Marks what answers whether a credential was issued to somebody: nobody may try names one after the other.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AsksAboutHolderAttribute : Attribute;
