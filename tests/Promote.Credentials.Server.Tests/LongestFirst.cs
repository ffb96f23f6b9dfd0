using Promote.Credentials.Server.Tests;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer($"Promote.Credentials.Server.Tests.{nameof(LongestFirst)}", "Promote.Credentials.Server.Tests")]

namespace Promote.Credentials.Server.Tests;

/// <summary>Classes that say <c>speed=slow</c> begin: one that began last would be waited for alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private const string ClassCollection = "Test collection for ";

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(IsSlow).ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);

    private static bool IsSlow(ITestCollection collection) =>
        collection.DisplayName.StartsWith(ClassCollection, StringComparison.Ordinal)
        && typeof(LongestFirst).Assembly.GetType(collection.DisplayName[ClassCollection.Length..]) is { } type
        && type.CustomAttributes.Any(attribute => attribute.AttributeType == typeof(TraitAttribute)
            && attribute.ConstructorArguments is [{ Value: "speed" }, { Value: "slow" }]);
}
