namespace Promote.Credentials.Server.Languages;

/// <summary>The plural categories that the ten languages tell apart (Unicode CLDR, UTS #35 part 3 §5). Every language has <see cref="Other"/>.</summary>
internal enum PluralCategory
{
    One,
    Few,
    Many,
    Other,
}
