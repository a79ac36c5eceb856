using System.CommandLine;
using Readout.App.Frame;

namespace Readout.App.Commands;

/// <summary><c>completion</c>: a script by which a shell asks this program what may come next.</summary>
internal static class CompletionCommand
{
    public static Verb Define(CommonOptions common, Terminal terminal)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or powershell" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "powershell");
        var verb = new Verb(
            "completion", "Prints the completion script of a shell; verbs, options and their values complete with TAB",
            "source <(readout completion bash)                          in ~/.bashrc",
            "readout completion zsh > \"${fpath[1]}/_readout\"",
            "readout completion fish > ~/.config/fish/completions/readout.fish",
            "readout completion powershell >> $PROFILE") { shell };
        return verb.Does(
            call =>
            {
                call.Terminal.Print(Script(call.Get(shell)!));
                return ExitStatus.Done;
            }, common, terminal);
    }

    // Each script gives the words after the program's name and the cursor's place in them to the [suggest] directive; without an answer the shell completes files.
    private static string Script(string shell) => shell switch
    {
        "bash" => """
            _readout() {
                local line="${COMP_LINE#* }" point=$((COMP_POINT - ${#COMP_WORDS[0]} - 1)) word="${COMP_WORDS[COMP_CWORD]}"
                mapfile -t COMPREPLY < <(compgen -W "$(readout "[suggest:$point]" "$line" 2>/dev/null)" -- "$word")
            }
            complete -o default -F _readout readout

            """,
        "zsh" => """
            #compdef readout
            _readout() {
                local line="${BUFFER#* }" point=$((CURSOR - ${#words[1]} - 1))
                local -a answers=("${(@f)$(readout "[suggest:$point]" "$line" 2>/dev/null)}")
                compadd -a answers || _files
            }
            compdef _readout readout

            """,
        "fish" => """
            function __readout
                set -l line (commandline -cp | string replace -r '^\S+ ' '')
                readout "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -c readout -a '(__readout)'

            """,
        _ => """
            Register-ArgumentCompleter -Native -CommandName readout -ScriptBlock {
                param($word, $ast, $point)
                $line = $ast.ToString() -replace '^\S+\s?', ''
                readout "[suggest:$($line.Length)]" "$line" 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }

            """,
    };
}
