using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Readout.Store;
using Readout.Store.Asking;
using Readout.Web.Asking;
using Readout.Web.Doors;

namespace Readout.Web.Parts;

/// <summary>A page that asks the record. What goes wrong is said on the page, with the status that says the same to programs.</summary>
public abstract class RecordPage : ComponentBase
{
    [Inject] public Record Record { get; set; } = null!;

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    public Asked Asked { get; private set; } = new() { Path = "/" };

    /// <summary>Why the page has no answer; null when it has.</summary>
    public string? Trouble { get; private set; }

    protected virtual int Lines => 50;

    protected bool MayWrite => Safety.Writer.MayWrite(Http, Record.Serving);

    protected sealed override void OnParametersSet()
    {
        try
        {
            Asked = Asked.Of(Http.Request, Lines);
            Load();
        }
        catch (Exception problem) when (problem is WrongQuestionException or QuestionException or NoSuchThingException or StoreException or DbException)
        {
            Trouble = problem.Message;
            Http.Response.StatusCode = problem switch
            {
                NoSuchThingException or NotCoveredException => StatusCodes.Status404NotFound,
                StoreException or DbException => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status400BadRequest,
            };
        }
    }

    protected abstract void Load();
}
