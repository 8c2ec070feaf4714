# SDL2 for the page, compiled directly with the configuration that SDL ships for Emscripten: its own CMake takes minutes to
# find out what that file says. Only video, events and timers: the rest is switched off.
require_file("${SDL2_SOURCE_DIR}/include/SDL_config_emscripten.h" "The source of SDL2")
set(sdl2_sources)
foreach(folder . atomic audio cpuinfo dynapi events file filesystem/emscripten haptic joystick joystick/dummy libm loadso/dummy locale locale/emscripten
        misc misc/emscripten power power/emscripten render sensor stdlib thread thread/generic timer timer/unix video video/emscripten video/yuv2rgb)
    file(GLOB found "${SDL2_SOURCE_DIR}/src/${folder}/*.c")
    list(APPEND sdl2_sources ${found})
endforeach()
add_library(third_party_sdl2 STATIC ${sdl2_sources})
target_include_directories(third_party_sdl2 SYSTEM PUBLIC "${SDL2_SOURCE_DIR}/include")
target_compile_options(third_party_sdl2 PRIVATE -w)
target_compile_definitions(third_party_sdl2 PRIVATE
    # Its configuration names the Emscripten driver even where joysticks are switched off.
    SDL_EMSCRIPTEN_JoystickDriver=SDL_DUMMY_JoystickDriver
    # No surfaces are drawn with SDL: OpenGL or our own pixels do it all.
    SDL_LEAN_AND_MEAN=1
    SDL_AUDIO_DISABLED SDL_JOYSTICK_DISABLED SDL_HAPTIC_DISABLED SDL_SENSOR_DISABLED SDL_RENDER_DISABLED SDL_LOADSO_DISABLED)
