using Promote.Credentials.Server.Languages;
using Promote.Credentials.Verification;

namespace Promote.Credentials.Server.Public.Reading;

/// <summary>A line of a report in the language of the page. The report itself speaks English.</summary>
internal static class CheckText
{
    public static string TitleOf(CheckResult check, Texts texts) => texts[$"checks.{check.Id}.title"];

    public static string DetailOf(CheckResult check, Texts texts) =>
        texts.Format($"checks.{check.Key}", [.. check.Arguments.Select(argument => (argument.Key, argument.Value))]);
}
