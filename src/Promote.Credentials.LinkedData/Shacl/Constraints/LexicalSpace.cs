namespace Promote.Credentials.LinkedData.Shacl.Constraints;

/// <summary>Whether a text is a lexical form of a datatype.</summary>
internal delegate bool LexicalSpace(ReadOnlySpan<char> text);
