using Microsoft.AspNetCore.Mvc;

namespace Promote.Credentials.Server.Desk;

/// <summary>An operation of the API, for whoever is signed in at the desk: a page that calls the very operation cannot do anything else than it.</summary>
internal static class ApiOperation
{
    /// <summary>The operation, which acts for the client of the request. Whether they may is asked by the page.</summary>
    public static T Of<T>(HttpContext context)
        where T : ControllerBase
    {
        var operation = ActivatorUtilities.CreateInstance<T>(context.RequestServices);
        operation.ControllerContext = new() { HttpContext = context };
        return operation;
    }
}
