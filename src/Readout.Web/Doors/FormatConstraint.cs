using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Readout.Web.Doors;

/// <summary>Endings of addresses that mean a form of the answer: <c>{format:form}</c>.</summary>
internal sealed class FormatConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string format && Twins.Formats.Contains(format);
}
