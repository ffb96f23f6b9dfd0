using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Web;

/// <summary>The forms that an operation answers in: asked for by <c>?format=</c>, else by <c>Accept</c>, else the first.</summary>
/// <param name="forms">Name and media type of each.</param>
internal sealed class AnswerForms(params (string Name, string MediaType)[] forms)
{
    /// <summary>The form that a request asks for.</summary>
    public Decision<AnswerForm> Of(HttpRequest request)
    {
        if (request.Query["format"] is [var named, ..])
        {
            return forms.FirstOrDefault(form => form.Name == named) is { Name: not null } found
                ? new AnswerForm(found.Name, found.MediaType)
                : new Refusal(RefusalCode.InvalidValue, "/format", $"The formats are: {string.Join(", ", forms.Select(form => form.Name))}.");
        }

        var (name, mediaType) = request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1)
            .Select(type => forms.FirstOrDefault(form => type.MediaType.Equals(form.MediaType, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(form => form.Name is not null, forms[0]);
        return new AnswerForm(name, mediaType);
    }

    /// <summary>One of the forms.</summary>
    /// <param name="Name">As in <c>?format=</c>.</param>
    /// <param name="MediaType">Its media type.</param>
    internal sealed record AnswerForm(string Name, string MediaType);
}
