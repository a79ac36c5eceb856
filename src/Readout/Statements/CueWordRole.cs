namespace Readout.Statements;

/// <summary>What a word of <c>knowledge/statements/words.tsv</c> does beside a cue.</summary>
internal enum CueWordRole : byte
{
    /// <summary>Opens a question clause: "asked <i>whether</i>".</summary>
    Question,

    /// <summary>Opens a source that is nobody in particular: "<i>some</i> diplomats".</summary>
    Unnamed,

    /// <summary>A verb whose subject speaks by its noun: "<i>made</i> a promise".</summary>
    Light,

    /// <summary>A noun that owns the cue behind it: "<i>opposition</i> claims".</summary>
    Owner,

    /// <summary>A participle that is followed by who carried the words: "<i>released</i> by the agency".</summary>
    Carrier,

    /// <summary>Goes on with what was said behind an inserted cue: "..., he said, <i>because</i> ...".</summary>
    Continues,

    /// <summary>Opens a clause that waits for its main clause: "<i>If</i> talks fail, he said, ...".</summary>
    Subordinator,

    /// <summary>A noun that speaks in headlines: "<i>Police</i>: two held".</summary>
    Voice,

    /// <summary>Somebody unnamed who speaks for the body before it: "an Interpol <i>spokesperson</i>".</summary>
    Spokesperson,

    /// <summary>A noun by which the writer takes up what was said: ", a <i>remark</i> that alarmed Seoul".</summary>
    Remark,

    /// <summary>Labels the turns of those who ask in a transcript: "<i>QUESTION</i>: Will you go?".</summary>
    Questioner,
}
