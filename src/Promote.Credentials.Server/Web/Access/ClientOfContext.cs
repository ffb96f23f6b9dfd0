using Microsoft.AspNetCore.Http.Features;

namespace Promote.Credentials.Server.Web.Access;

/// <summary>Where an operation finds its client.</summary>
internal static class ClientOfContext
{
    extension(HttpContext context)
    {
        /// <summary>The authenticated client; there after <see cref="AccessAttribute"/>.</summary>
        public Client Client => context.Features.GetRequiredFeature<Client>();
    }
}
