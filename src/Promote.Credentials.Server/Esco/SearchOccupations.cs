using Microsoft.AspNetCore.Mvc;
using Promote.Credentials.Domain.Concepts;
using Promote.Credentials.Server.Esco.Searching;
using Promote.Credentials.Server.Web.Access;
using Promote.Credentials.Server.Web.Problems;

namespace Promote.Credentials.Server.Esco;

/// <summary>Searches the occupations of ESCO while somebody types.</summary>
internal sealed class SearchOccupations(SearchEsco search) : ControllerBase
{
    [HttpGet("/api/v1/esco/occupations"), Access(Scope.EscoRead)]
    public async Task<IActionResult> RunAsync([FromQuery] EscoQuery query, CancellationToken cancellationToken) =>
        query.WhyNot() is { Count: > 0 } refusals ? new Refused(refusals) : Ok(await search.RunAsync(EscoKind.Occupation, query, cancellationToken));
}
