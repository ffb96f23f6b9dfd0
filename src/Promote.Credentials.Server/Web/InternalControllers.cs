using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Promote.Credentials.Server.Web;

/// <summary>Finds operations though they are internal: nothing outside this program may call them but HTTP.</summary>
internal sealed class InternalControllers : ControllerFeatureProvider
{
    protected override bool IsController(TypeInfo typeInfo) => !typeInfo.IsAbstract && typeof(ControllerBase).IsAssignableFrom(typeInfo);
}
