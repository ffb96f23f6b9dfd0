using System.Net;
using System.Net.Http.Json;

namespace Promote.Credentials.Server.Tests.Web;

/// <summary>A problem document, as a client reads it.</summary>
internal sealed record Problem(string Type, string Title, int Status, string Detail, string? Code, IReadOnlyList<Problem.Error>? Errors)
{
    /// <summary>Reads it and checks what is true of every one.</summary>
    public static async Task<Problem> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = (await answer.Content.ReadFromJsonAsync<Problem>())!;
        Assert.Equal((HttpStatusCode)problem.Status, answer.StatusCode);
        Assert.False(string.IsNullOrEmpty(problem.Title));
        Assert.False(string.IsNullOrEmpty(problem.Detail));
        return problem;
    }

    internal sealed record Error(string Pointer, string Code, string Detail);
}
