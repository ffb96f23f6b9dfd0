using FsCheck;
using FsCheck.Fluent;

namespace Promote.Credentials.Tests.LinkedData;

/// <summary>Runs a statement about all values of a kind on many of them.</summary>
internal static class Properties
{
    public static void ForAll<T>(Gen<T> values, Action<T> check, int runs = 500) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs), Prop.ForAll(values.ToArbitrary(), check));
}
