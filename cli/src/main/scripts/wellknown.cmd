@echo off
rem Starts wellknown from the installation that this file is part of: <home>\bin\wellknown.cmd, <home>\lib\*.jar.
setlocal EnableExtensions DisableDelayedExpansion

set "WK_JAR=%~dp0..\lib\wellknown-cli.jar"
if not exist "%WK_JAR%" (
  echo wellknown: this installation is not complete: "%WK_JAR%" is missing>&2
  exit /b 2
)

set "WK_JAVA="
if not defined JAVA_HOME goto path
set "WK_JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%WK_JAVA%" goto version
echo wellknown: needs Java 17 or newer; JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it>&2
exit /b 2

:path
for %%J in (java.exe) do set "WK_JAVA=%%~$PATH:J"
if defined WK_JAVA goto version
echo wellknown: needs Java 17 or newer; there is no java.exe on the PATH, and JAVA_HOME is not set>&2
exit /b 2

rem From the release file beside the JVM; where there is none, the JVM speaks for itself.
:version
set "WK_VERSION="
for %%J in ("%WK_JAVA%") do set "WK_RELEASE=%%~dpJ..\release"
if exist "%WK_RELEASE%" for /f "usebackq tokens=1,2 delims==." %%A in ("%WK_RELEASE%") do if "%%A"=="JAVA_VERSION" set "WK_VERSION=%%~B"
if not defined WK_VERSION goto run
set "WK_VERSION=%WK_VERSION:"=%"
if %WK_VERSION% GEQ 17 goto run
echo wellknown: needs Java 17 or newer; "%WK_JAVA%" is older>&2
exit /b 2

:run
rem From Java 19 on the JVM keeps a start-up archive by itself, for this build of this installation.
set "WK_START="
if not defined LOCALAPPDATA goto start
if "%WELLKNOWN_START_UP%"=="off" goto start
if not defined WK_VERSION goto start
if %WK_VERSION% LSS 19 goto start
set "WK_BUILD="
if exist "%~dp0..\lib\build" set /p WK_BUILD=<"%~dp0..\lib\build"
if not defined WK_BUILD goto start
if not exist "%LOCALAPPDATA%\wellknown" mkdir "%LOCALAPPDATA%\wellknown" 2>nul
set WK_START=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%LOCALAPPDATA%\wellknown\%WK_BUILD%-%WK_VERSION%.jsa"

:start
rem The first compiler alone starts quicker and costs more in the long run: a list of hosts may be long.
set "WK_QUICK=-XX:TieredStopAtLevel=1"
for %%A in (%*) do if "%%~A"=="--hosts-from" set "WK_QUICK="
"%WK_JAVA%" %WK_START% -Xshare:auto %WK_QUICK% -XX:+UseSerialGC -XX:-UsePerfData -Xmx512m -Xlog:disable -Xlog:all=error:stderr -XX:+DisplayVMOutputToStderr -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -jar "%WK_JAR%" %*
exit /b %ERRORLEVEL%
