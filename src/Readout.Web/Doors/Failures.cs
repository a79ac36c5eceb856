using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Readout.Store;
using Readout.Store.Asking;
using Readout.Store.Correcting;
using Readout.Web.Asking;

namespace Readout.Web.Doors;

/// <summary>Errors for programs as RFC 9457 problems: what is wrong, and what to give instead.</summary>
internal static class Failures
{
    public static void Use(WebApplication site) => site.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (Exception problem) when (!http.Response.HasStarted && problem is not OperationCanceledException)
        {
            var (status, type, title) = Kind(problem);
            if (status >= 500) site.Logger.LogError(problem, "{Path} failed", http.Request.Path);
            await Write(http, status, type, title, status == 500 ? "Readout failed on this question; what it printed on standard error says why" : problem.Message, (problem as WrongQuestionException)?.Parameter);
        }
    });

    public static Task Write(HttpContext http, int status, string type, string title, string detail, string? parameter = null)
    {
        var problem = new ProblemDetails { Type = "/api#" + type, Title = title, Status = status, Detail = detail, Instance = http.Request.Path };
        problem.Extensions["state"] = "failed";
        if (parameter is not null) problem.Extensions["parameter"] = parameter;
        http.Response.Clear();
        Safety.Headers.Set(http);
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(problem, (System.Text.Json.JsonSerializerOptions?)null, "application/problem+json", CancellationToken.None);
    }

    private static (int Status, string Type, string Title) Kind(Exception problem) => problem switch
    {
        WrongQuestionException or QuestionException or CorrectionException => (StatusCodes.Status400BadRequest, "wrong-question", "The question is wrong"),
        NoSuchThingException => (StatusCodes.Status404NotFound, "not-found", "The record has no such thing"),
        BadHttpRequestException bad => (bad.StatusCode, "bad-request", "The request is wrong"),
        StoreException or DbException => (StatusCodes.Status503ServiceUnavailable, "store", "The store cannot answer"),
        _ => (StatusCodes.Status500InternalServerError, "fault", "Readout failed"),
    };
}

/// <summary>The address names an article, a finding or a page that the record does not have.</summary>
internal sealed class NoSuchThingException(string message) : Exception(message);
